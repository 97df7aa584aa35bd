namespace BillingHeadless.Plugins.Documents;

/// <summary>
/// Turns a document (an act, an invoice, a receipt) into a file. The host renders the merchant's template to HTML first;
/// a generator either lays out that HTML or writes a format of its own from the typed facts.
/// </summary>
public interface IDocumentGenerator : IAsyncDisposable
{
    /// <summary>What it makes. Pure.</summary>
    DocumentCard Describe();

    /// <summary>Whether it can work on this machine at all, for example whether a usable font is installed.</summary>
    ValueTask<GeneratorReadiness> CheckReadinessAsync(IPluginHost host, CancellationToken cancel);

    /// <summary>What in the HTML it cannot lay out; asked when a template is saved. Empty: all is well.</summary>
    ValueTask<IReadOnlyList<DocumentProblem>> CheckHtmlAsync(string html, IPluginHost host, CancellationToken cancel);

    /// <summary>Makes the file. The same request gives the same bytes.</summary>
    ValueTask<DocumentOutcome> GenerateAsync(DocumentRequest request, IPluginHost host, CancellationToken cancel);
}

/// <summary>What a generator declares.</summary>
/// <param name="Format">Short name as used in the API's <c>format</c>, for example <c>pdf</c>.</param>
/// <param name="MediaType">For example <c>application/pdf</c>.</param>
/// <param name="ReadsHtml">True when it lays out <see cref="DocumentRequest.Html"/>; false when it works from the facts alone.</param>
public sealed record DocumentCard(string Format, string MediaType, bool ReadsHtml);

/// <summary>Whether documents can be made here and now.</summary>
/// <param name="Ready">True when they can.</param>
/// <param name="Mend">What to install or change, in one English sentence; null when ready.</param>
public sealed record GeneratorReadiness(bool Ready, string? Mend);

/// <summary>A place in the HTML that cannot be laid out.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Text">What to mend, in English.</param>
public sealed record DocumentProblem(int Line, int Column, string Text);

/// <summary>What became of a request: a closed family.</summary>
public abstract record DocumentOutcome
{
    private protected DocumentOutcome()
    {
    }
}

/// <summary>The file.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="Pages">How many pages it has; 1 for a format without pages.</param>
public sealed record DocumentGenerated(ReadOnlyMemory<byte> Content, int Pages) : DocumentOutcome;

/// <summary>The HTML is outside the stated subset.</summary>
/// <param name="Problems">Every place that cannot be laid out; at least one.</param>
public sealed record DocumentRefused(IReadOnlyList<DocumentProblem> Problems) : DocumentOutcome;

/// <summary>Not possible now; possible once it is mended. The host tries again later.</summary>
/// <param name="Mend">What to mend, in one English sentence.</param>
public sealed record DocumentWaits(string Mend) : DocumentOutcome;
