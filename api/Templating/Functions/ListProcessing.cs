using System.Text;
using BillingHeadless.Templating.Runtime;

namespace BillingHeadless.Templating.Functions;

/// <summary>The functions of <c>array</c> that do something with every element.</summary>
internal static class ListProcessing
{
    public static void AddTo(BuiltinObject functions) => functions
        .Add("any", "list function arguments...", Any)
        .Add("each", "list function arguments...", Each)
        .Add("filter", "list function arguments...", Filter)
        .Add("map", "list member", Map)
        .Add("sort", "list member?", Sort)
        .Add("join", "list delimiter? function?", Join)
        .Add("cycle", "list group?", Cycle);

    private static object Any(Invocation call)
    {
        var list = call.List(0);
        for (var index = 0; index < list.Count; index++)
        {
            if (Truth.Of(call.Apply(1, list[index]))) return Integers.True;
        }

        return Integers.False;
    }

    private static TemplateArray Each(Invocation call)
    {
        var list = call.List(0);
        var results = call.NewList(list.Count);
        for (var index = 0; index < list.Count; index++) results.Add(call.Apply(1, list[index]));
        return results;
    }

    private static TemplateArray Filter(Invocation call)
    {
        var list = call.List(0);
        var kept = call.NewList(list.Count);
        for (var index = 0; index < list.Count; index++)
        {
            if (Truth.Of(call.Apply(1, list[index]))) kept.Add(list[index]);
        }

        return kept;
    }

    private static TemplateArray Map(Invocation call)
    {
        var list = call.List(0);
        var member = call.Text(1);
        var values = call.NewList(list.Count);
        for (var index = 0; index < list.Count; index++)
        {
            if (TryGetMember(call, list[index], member, out var value)) values.Add(value);
        }

        return values;
    }

    private static object? MemberOf(Invocation call, object? element, string member) =>
        TryGetMember(call, element, member, out var value) ? value : null;

    private static bool TryGetMember(Invocation call, object? element, string member, out object? value)
    {
        value = null;
        if (call.Context.Admit(call.Caller, element) is not { } target
            || !Members.TryGet(call.Context, target, member, out var found)) return false;
        value = call.Context.Admit(call.Caller, found);
        return true;
    }

    private static TemplateArray Sort(Invocation call)
    {
        var list = call.List(0);
        var sorted = call.NewList(list.Count);
        var member = call.IsNull(1) ? null : call.Text(1);
        var keyed = new (object? Key, object? Element)[list.Count];
        for (var index = 0; index < keyed.Length; index++)
        {
            var element = call.Context.Admit(call.Caller, list[index]);
            keyed[index] = (member is null ? element : MemberOf(call, element, member), element);
        }

        new ValueOrder(call.Context, call.Caller).Sort(keyed, static one => one.Key);
        foreach (var (_, element) in keyed) sorted.Add(element);
        return sorted;
    }

    /// <summary>Where an element is safe text, so is the result, and what is not is escaped.</summary>
    private static object Join(Invocation call)
    {
        var list = call.List(0);
        var isSafe = list.Any(element => element is SafeText);
        var delimiter = Piece(call, call.Value(1), isSafe);
        var joined = new StringBuilder();
        for (var index = 0; index < list.Count; index++)
        {
            call.Context.Step(call.Caller);
            var piece = call.Has(2)
                ? Piece(call, call.Apply(2, list[index]), isSafe)
                : Piece(call, call.Context.Admit(call.Caller, list[index]), isSafe);
            call.Context.CheckText(call.Caller, joined.Length + (long)delimiter.Length + piece.Length);
            if (index > 0) joined.Append(delimiter);
            joined.Append(piece);
        }

        var text = call.Paid(joined.ToString());
        return isSafe ? new SafeText(text) : text;
    }

    private static string Piece(Invocation call, object? value, bool isSafe)
    {
        var text = ValueText.Of(call.Context, call.Caller, value);
        call.Context.PayForReading(call.Caller, text.Length);
        return isSafe && value is not SafeText ? HtmlEscaping.Apply(text) : text;
    }

    /// <summary>Calls with the same list share a place, unless they name a group.</summary>
    private static object? Cycle(Invocation call)
    {
        var list = call.List(0);
        if (list.Count == 0) return null;
        var group = call.IsNull(1) ? ValueText.Of(call.Context, call.Caller, list) : call.Text(1);
        call.Context.PayForElements(call.Caller, 1, call.Context.Cycles.Count + 1);
        var index = call.Context.Cycles.GetValueOrDefault(group) % list.Count;
        call.Context.Cycles[group] = index + 1;
        return list[index];
    }
}
