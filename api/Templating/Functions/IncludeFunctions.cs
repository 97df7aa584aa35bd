using System.Text;
using BillingHeadless.Templating.Nodes;
using BillingHeadless.Templating.Runtime;
using BillingHeadless.Templating.Syntax;

namespace BillingHeadless.Templating.Functions;

/// <summary><c>include</c> and <c>include_join</c>: other templates as text.</summary>
internal static class IncludeFunctions
{
    public const string Include = "include";
    public const string IncludeJoin = "include_join";

    private const string TemplatePrefix = "tpl:";

    /// <summary>Characters of a template that are read for one step.</summary>
    private const int CharactersPerStep = 4;

    /// <summary>Its arguments, also those with a name, are the included template's <c>$</c>.</summary>
    public static BuiltinFunction CreateInclude() => new(Include, "name? arguments...", static call =>
    {
        if (call.Count == 0) throw call.Fail("Expecting at least the name of the template to include for the <include> function");
        var arguments = call.NewList(call.Count);
        for (var index = 0; index < call.Count; index++) arguments.Add(call.Value(index));
        for (var index = 0; index < (call.Named?.Count ?? 0); index++)
        {
            var (name, value) = call.Named!.At(index);
            arguments.SetMember(name, value);
        }

        return Render(call, NameOf(call, call.Value(0)), arguments);
    }, takesAnyName: true);

    public static BuiltinFunction CreateIncludeJoin() => new(IncludeJoin, "names separator begin? end?", static call =>
    {
        var joined = new StringBuilder();
        var names = call.List(0);
        for (var index = 0; index < names.Count; index++)
        {
            if (index > 0) Append(call, joined, Part(call, call.Value(1)));
            Append(call, joined, Text(Render(call, NameOf(call, names[index]), call.NewList(0))));
        }

        if (joined.Length == 0) return call.Context.Rendered("");
        var begin = Part(call, call.Value(2));
        Append(call, joined, Part(call, call.Value(3)));
        return call.Context.Rendered(call.Paid(begin + joined));
    });

    /// <summary>The template that a delimiter of <c>include_join</c> names, or null if it is text.</summary>
    public static string? TemplateIn(string delimiter) =>
        delimiter.StartsWith(TemplatePrefix, StringComparison.Ordinal) ? delimiter[TemplatePrefix.Length..] : null;

    private static string NameOf(Invocation call, object? value)
    {
        var name = ValueText.Of(call.Context, call.Caller, value);
        return name.Length > 0 ? name : throw call.Fail("Include template name cannot be null or empty");
    }

    private static void Append(Invocation call, StringBuilder to, string text)
    {
        call.Context.CheckText(call.Caller, (long)to.Length + text.Length);
        to.Append(text);
    }

    /// <summary>A delimiter as text. What is written in the template is taken as it stands, as text blocks are.</summary>
    private static string Part(Invocation call, object? delimiter)
    {
        var text = ValueText.Of(call.Context, call.Caller, delimiter);
        return TemplateIn(text) is { } name ? Text(Render(call, name, call.NewList(0))) : text;
    }

    private static string Text(object rendered) => rendered.ToString()!;

    private static object Render(Invocation call, string name, TemplateArray arguments)
    {
        var context = call.Context;
        var page = Find(call, name);
        context.EnterCall(call.Caller);
        var (frame, block) = (context.Frame, context.Block);
        context.Frame = new CallFrame(arguments);
        var text = context.Capture(call.Caller, page);
        context.TakeReturnValue();
        (context.Frame, context.Block) = (frame, block);
        context.LeaveCall();
        return context.Rendered(text);
    }

    private static Block Find(Invocation call, string name)
    {
        if ((call.Context.Templates.Find(name) ?? call.Context.LateTemplates.GetValueOrDefault(name)) is { } known) return known;
        var late = new TemplateSet(call.Context.Options);
        if (!late.TryRequire(name, out var reason)) throw call.Fail(reason);
        call.Context.Steps(call.Caller, 1 + (late.IncludedLength / CharactersPerStep));
        try
        {
            late.ReadRequired();
        }
        catch (SyntaxException error)
        {
            throw call.Fail($"Error while parsing template `{name}`: {error.Details}");
        }

        call.Context.Steps(call.Caller, late.IncludedLength / CharactersPerStep);
        foreach (var (included, read) in late.Included) call.Context.LateTemplates.TryAdd(included, read);
        return call.Context.LateTemplates[name];
    }
}
