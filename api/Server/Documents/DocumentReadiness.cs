using BillingHeadless.Domain.Documents;

namespace BillingHeadless.Server.Documents;

/// <summary>Whether documents can be made on this machine: the start page and <c>/health/ready</c> say what to install when not (ruling 24).</summary>
public sealed class DocumentReadiness(DocumentGenerators generators)
{
    /// <summary>What to mend, in one sentence; null when documents can be made.</summary>
    public async Task<string?> Mend(CancellationToken cancel)
    {
        var result = await generators.AskReadiness(DocumentFormats.Pdf, cancel);
        return result.HasAnswer ? result.Answer.Mend : result.Fault.Text;
    }
}
