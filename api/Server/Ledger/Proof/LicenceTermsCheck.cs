using BillingHeadless.Domain.Licences;

namespace BillingHeadless.Server.Ledger.Proof;

public sealed class LicenceTermsCheck : IInvoiceCheck
{
    public string Name => "licenceTerms";

    public string Claim => "Each paid line of a licence has brought exactly its months, once; what was refunded whole has been taken back.";

    public void Judge(InvoiceFile file, ProofFindings findings)
    {
        var terms = file.Terms.ToDictionary(term => term.InvoiceLineId);
        foreach (var line in file.Invoice.Lines.Where(line => line.Months > 0 && line.ProductId is { } product && file.LicenceProducts.Contains(product)))
        {
            terms.Remove(line.Id, out var term);
            var holds = file.IsDoubtful || Holds(line.Months, term, file.Facts.Invoice);
            findings.Judge(line.Id.Value, holds);
            if (!holds)
            {
                file.Run.LicenceDoubts.Add(term?.LicenceId.Value ?? line.ProductId?.Value);
            }
        }

        if (!file.IsDoubtful)
        {
            Reject(terms.Values, file, findings);
        }
    }

    private static bool Holds(int months, LicenceTerm? term, InvoiceMoney money) => term is null
        ? money.Settled == 0
        : money.Settled > 0 && term.Months == months && term.IsPaid == (money.Refunded < money.Settled);

    /// <summary>Months that no line has paid for.</summary>
    private static void Reject(IEnumerable<LicenceTerm> terms, InvoiceFile file, ProofFindings findings)
    {
        foreach (var term in terms)
        {
            findings.Add(term.Id.Value);
            file.Run.LicenceDoubts.Add(term.LicenceId.Value);
        }
    }
}
