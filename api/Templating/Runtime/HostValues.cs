using System.Collections;
using System.Numerics;
using BillingHeadless.Templating.Nodes;

namespace BillingHeadless.Templating.Runtime;

/// <summary>What a host may hand to a template. Anything else is refused by its type alone: nothing is ever asked of it.</summary>
internal sealed class HostValues(RenderContext context)
{
    /// <summary>Dictionaries and lists of other types than the language works on, and what they were copied to.</summary>
    private Dictionary<object, object>? _copies;

    /// <summary>Whether a value can be used as it is.</summary>
    public static bool IsKnown(object? value) =>
        value is null or string or bool or int or TemplateObject or TemplateArray or decimal or SafeText
        or TemplateFunction or long or double or float or BigInteger or DateTime or DateTimeOffset or TimeSpan or LoopFrame or IntegerRange
        or WrappedBlock or IReadOnlyDictionary<string, object?> or IReadOnlyList<object?>;

    /// <summary>The value as the language knows it.</summary>
    public object Admit(Node place, object value) => value switch
    {
        DateOnly date => date.ToDateTime(TimeOnly.MinValue),
        byte number => Integers.Box(number),
        sbyte number => Integers.Box(number),
        short number => Integers.Box(number),
        ushort number => Integers.Box(number),
        uint number => Integers.Smallest(number),
        ulong number => Integers.Smallest((BigInteger)number),
        char letter => letter.ToString(),
        IDictionary or IEnumerable => Copied(place, value),
        _ => throw ValueText.Refused(place, value),
    };

    private object Copied(Node place, object value)
    {
        _copies ??= new Dictionary<object, object>(ReferenceEqualityComparer.Instance);
        if (_copies.TryGetValue(value, out var known)) return known;
        var copy = value is IDictionary members ? CopyMembers(place, members) : (object)CopyElements(place, (IEnumerable)value);
        _copies.Add(value, copy);
        return copy;
    }

    private TemplateObject CopyMembers(Node place, IDictionary members)
    {
        context.PayForElements(place, members.Count, members.Count);
        var copy = new TemplateObject(members.Count) { IsReadOnly = true };
        foreach (DictionaryEntry member in members)
            copy.Set(member.Key as string ?? throw ValueText.Refused(place, member.Key), member.Value);
        return copy;
    }

    private TemplateArray CopyElements(Node place, IEnumerable elements)
    {
        var copy = new TemplateArray();
        foreach (var element in elements)
        {
            context.PayForElements(place, 1, copy.Count + 1);
            copy.Add(element);
        }

        return copy;
    }
}
