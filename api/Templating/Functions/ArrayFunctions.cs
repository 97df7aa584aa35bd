using BillingHeadless.Templating.Runtime;

namespace BillingHeadless.Templating.Functions;

/// <summary>The functions of <c>array</c>. None changes the list that it is given.</summary>
internal static class ArrayFunctions
{
    public static TemplateObject Create()
    {
        var functions = new BuiltinObject("array");
        AddReading(functions);
        AddGrowing(functions);
        AddPicking(functions);
        ListProcessing.AddTo(functions);
        return functions.Members;
    }

    private static void AddReading(BuiltinObject functions) => functions
        .Add("size", "list", static call => Integers.Box(call.List(0).Count))
        .Add("first", "list", static call => call.List(0) is { Count: > 0 } list ? list[0] : null)
        .Add("last", "list", static call => call.List(0) is { Count: > 0 } list ? list[^1] : null)
        .Add("contains", "list item", Contains);

    private static void AddGrowing(BuiltinObject functions) => functions
        .Add("add", "list value", static call => ListOperators.Append(call.Context, call.Caller, call.List(0), call.Value(1)))
        .Add("add_range", "list1 list2", Concatenate)
        .Add("concat", "list1 list2", Concatenate)
        .Add("insert_at", "list index value", InsertAt);

    private static void AddPicking(BuiltinObject functions) => functions
        .Add("compact", "list", static call => call.IsNull(0) ? null : Where(call, static element => element is not null))
        .Add("limit", "list count", static call => call.IsNull(0) ? null : Part(call, 0, Math.Max(0, call.Int(1))))
        .Add("offset", "list index", static call => call.IsNull(0) ? null : Part(call, Math.Max(0, call.Int(1)), int.MaxValue))
        .Add("remove_at", "list index", RemoveAt)
        .Add("reverse", "list", Reverse)
        .Add("uniq", "list", static call => call.IsNull(0) ? null : Unique(call));

    private static object Contains(Invocation call)
    {
        var list = call.List(0);
        for (var index = 0; index < list.Count; index++)
        {
            if (Operators.AreEqual(call.Context, call.Caller, list[index], call.Value(1))) return Integers.True;
        }

        return Integers.False;
    }

    private static TemplateArray? Concatenate(Invocation call) =>
        call.IsNull(0) && call.IsNull(1) ? null : ListOperators.Concatenate(call.Context, call.Caller, call.List(0), call.List(1));

    private static TemplateArray InsertAt(Invocation call)
    {
        var list = call.List(0);
        var index = Math.Max(0, call.Int(1));
        var count = Math.Max((long)list.Count, index) + 1;
        call.Context.PayForElements(call.Caller, count, count);
        var longer = new TemplateArray(list.Count + 1);
        longer.AddRange(list);
        while (longer.Count < index) longer.Add(null);
        longer.Insert(index, call.Value(2));
        return longer;
    }

    private static TemplateArray RemoveAt(Invocation call)
    {
        var shorter = ListOperators.Copy(call.Context, call.Caller, call.List(0));
        long index = call.Int(1);
        if (index < 0) index += shorter.Count;
        if (index >= 0 && index < shorter.Count) shorter.RemoveAt((int)index);
        return shorter;
    }

    private static TemplateArray Reverse(Invocation call)
    {
        var reversed = ListOperators.Copy(call.Context, call.Caller, call.List(0));
        reversed.Reverse();
        return reversed;
    }

    private static TemplateArray Part(Invocation call, int start, int length)
    {
        var list = call.List(0);
        var end = Math.Min(list.Count, (long)start + length);
        var part = call.NewList(Math.Max(0, end - start));
        for (var index = start; index < end; index++) part.Add(list[index]);
        return part;
    }

    private static TemplateArray Where(Invocation call, Predicate<object?> isKept)
    {
        var list = call.List(0);
        var kept = call.NewList(list.Count);
        for (var index = 0; index < list.Count; index++)
        {
            if (isKept(list[index])) kept.Add(list[index]);
        }

        return kept;
    }

    private static TemplateArray Unique(Invocation call)
    {
        var list = call.List(0);
        var unique = call.NewList(list.Count);
        var seen = new HashSet<object>(new ValueIdentity());
        var sawNull = false;
        for (var index = 0; index < list.Count; index++)
        {
            var element = list[index];
            call.Context.Steps(call.Caller, ValueIdentity.Cost(element));
            if (element is null ? !sawNull : seen.Add(element)) unique.Add(element);
            sawNull |= element is null;
        }

        return unique;
    }
}
