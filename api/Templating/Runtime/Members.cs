using BillingHeadless.Templating.Nodes;

namespace BillingHeadless.Templating.Runtime;

/// <summary>Reads and sets members and elements of values.</summary>
internal static class Members
{
    private const string Size = "size";
    private const string IsEmpty = "empty?";

    public static object? Get(RenderContext context, Node place, object target, string name)
    {
        if (TryGet(context, target, name, out var value)) return context.Admit(place, value);
        return target is LoopFrame loop
            ? throw RenderContext.Fail(place, $"The loop variable `{loop.Keyword}.{name}` is not supported")
            : null;
    }

    /// <summary>Whether a value has a member, and its value.</summary>
    public static bool TryGet(RenderContext context, object target, string name, out object? value)
    {
        switch (target)
        {
            case TemplateObject members when members.TryGet(name, out value):
            case IReadOnlyDictionary<string, object?> host when host.TryGetValue(name, out value):
            case TemplateArray { Members: { } attached } when attached.TryGet(name, out value):
                return true;
            case LoopFrame loop: return loop.TryGet(name, out value);
            case TimeSpan span: return TimeMembers.TryGet(span, name, out value);
            case DateTime or DateTimeOffset: return TimeMembers.TryGet(target, name, out value);
        }

        value = name switch
        {
            Size when target is IReadOnlyList<object?> list => Integers.Box(list.Count),
            Size when target is string or SafeText => Integers.Box(target.ToString()!.Length),
            IsEmpty => Truth.IsEmpty(target) is { } empty ? Integers.Box(empty) : null,
            _ => null,
        };
        return value is not null;
    }

    public static void Set(RenderContext context, Node place, object? target, string name, object? value)
    {
        switch (target)
        {
            case TemplateObject members:
                if (!members.CanSet(name)) throw RenderContext.Fail(place, $"Cannot set a value for the readonly member: {place.Excerpt}");
                context.SetMember(place, members, name, value);
                break;
            case TemplateArray array:
                context.PayForElements(place, 1, (array.Members?.Count ?? 0) + 1);
                array.SetMember(name, value);
                break;
            case null: throw RenderContext.Fail(place, $"Object is null. Cannot set member: {place.Excerpt}");
            case IReadOnlyDictionary<string, object?> or IReadOnlyList<object?> or LoopFrame:
                throw RenderContext.Fail(place, $"Cannot set a value for the readonly member: {place.Excerpt}");
            default: throw Primitive(context, place, target);
        }
    }

    public static object? GetElement(RenderContext context, Node place, object target, object index)
    {
        if (target is IReadOnlyList<object?> list && index is not (string or SafeText))
            return context.Admit(place, ElementAt(list, Position(place, index, list.Count)));
        if (target is string or SafeText && index is not (string or SafeText))
        {
            var text = target.ToString()!;
            var position = Position(place, index, text.Length);
            return position >= 0 && position < text.Length ? text[(int)position].ToString() : null;
        }

        return Get(context, place, target, ValueText.Of(context, place, index));
    }

    public static void SetElement(RenderContext context, Node place, object? target, object? index, object? value)
    {
        if (index is null) throw RenderContext.Fail(place, $"Cannot access target with a null indexer: {place.Excerpt}");
        if (target is not TemplateArray array || index is string or SafeText)
        {
            Set(context, place, target, ValueText.Of(context, place, index), value);
            return;
        }

        var position = Position(place, index, array.Count);
        if (position < 0) return;
        if (position >= array.Count) Extend(context, place, array, position + 1);
        array[(int)position] = value;
    }

    /// <summary>The members of any object.</summary>
    public static IEnumerable<KeyValuePair<string, object?>> All(object target) => target switch
    {
        TemplateObject members => Enumerable.Range(0, members.Count).Select(members.At),
        IReadOnlyDictionary<string, object?> host => host,
        _ => [],
    };

    /// <summary>The members of an object as a list, each with a <c>key</c> and a <c>value</c>.</summary>
    public static TemplateArray Pairs(RenderContext context, Node place, object members)
    {
        context.PayForElements(place, Count(members) * 4L, Count(members));
        var pairs = new TemplateArray(Count(members));
        foreach (var (name, value) in All(members))
        {
            var pair = new TemplateObject(2);
            pair.Set("key", name);
            pair.Set("value", value);
            pairs.Add(pair);
        }

        return pairs;
    }

    public static int Count(object target) => target switch
    {
        TemplateObject members => members.Count,
        IReadOnlyDictionary<string, object?> host => host.Count,
        _ => 0,
    };

    private static object? ElementAt(IReadOnlyList<object?> list, long position) =>
        position >= 0 && position < list.Count ? list[(int)position] : null;

    /// <summary>A negative index counts from the end.</summary>
    private static long Position(Node place, object index, int count)
    {
        var position = Conversions.ToInteger(place, index);
        return position < 0 ? position + count : position;
    }

    private static void Extend(RenderContext context, Node place, TemplateArray array, long count)
    {
        context.PayForElements(place, count - array.Count, count);
        while (array.Count < count) array.Add(null);
    }

    private static TemplateException Primitive(RenderContext context, Node place, object target)
    {
        var primitive = $"{ValueText.Of(context, place, target)}/{Kinds.Of(target)}";
        var access = $"when accessing member: {place.Excerpt}";
        return RenderContext.Fail(place, $"Cannot get or set a member on the primitive `{primitive}` {access}");
    }
}
