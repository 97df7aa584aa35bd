using BillingHeadless.Templating.Functions;
using BillingHeadless.Templating.Nodes;

namespace BillingHeadless.Templating.Runtime;

/// <summary>One rendering: its variables, its output, and what it has used up.</summary>
internal sealed partial class RenderContext : IDisposable
{
    public RenderContext(TemplateSet templates, IReadOnlyDictionary<string, object?> model)
    {
        Templates = templates;
        Options = templates.Options;
        Limits = Options.Limits;
        EscapesHtml = Options.Escape == Escape.Html;
        _stepsLeft = Limits.Steps;
        _bytesLeft = Limits.Allocation;
        _output = new TextBuffer(Limits.OutputLength);
        var page = new TemplateObject(model.Count);
        foreach (var (name, value) in model) page.Set(name, value);
        Scope = new ObjectScope(page, outer: null);
        Frame = new CallFrame(arguments: null);
    }

    public TemplateSet Templates { get; }

    public TemplateOptions Options { get; }

    public Limits Limits { get; }

    public bool EscapesHtml { get; }

    /// <summary>What the statement that ran last wants to happen next.</summary>
    public Flow Flow { get; set; }

    /// <summary>What <c>ret</c> returned.</summary>
    public object? ReturnValue { get; set; }

    /// <summary>What <c>$$</c> stands for.</summary>
    public WrappedBlock? Block { get; set; }

    /// <summary>What <c>$$</c> will stand for in the function that a <c>wrap</c> is about to call.</summary>
    public WrappedBlock? PendingBlock { get; set; }

    public ArgumentStack Arguments { get; } = new();

    /// <summary>What <c>date.format</c> was set to.</summary>
    public string DateFormat { get; set; } = DateFunctions.DefaultFormat;

    /// <summary>The patterns that this rendering has compiled.</summary>
    public RegexCache Regexes { get; } = new();

    /// <summary>The next place of each <c>array.cycle</c> group.</summary>
    public Dictionary<string, int> Cycles => _cycles ??= new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Templates whose names were not written but computed.</summary>
    public Dictionary<string, Block> LateTemplates => _lateTemplates ??= new Dictionary<string, Block>(StringComparer.Ordinal);

    private Dictionary<string, int>? _cycles;
    private Dictionary<string, Block>? _lateTemplates;

    public WrappedBlock? TakePendingBlock()
    {
        var block = PendingBlock;
        PendingBlock = null;
        return block;
    }

    /// <summary>Ends a function or page: what it returned, or null.</summary>
    public object? TakeReturnValue()
    {
        var value = Flow == Flow.Return ? ReturnValue : null;
        Flow = Flow.Next;
        ReturnValue = null;
        return value;
    }

    public string Finish() => _output.From(0);

    public void Dispose() => _output.Dispose();

    /// <summary>An error at a place of the template.</summary>
    public static TemplateException Fail(Node place, string text) => new(place.Source.Message(place.Focus, text));
}
