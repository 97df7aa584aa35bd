using BillingHeadless.Domain.Catalog;
using BillingHeadless.Domain.Invoices;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;

namespace BillingHeadless.Domain.Licences;

/// <summary>Months that one invoice line has paid for: what a refund takes back is exactly this.</summary>
public sealed class LicenceTerm : IEntity, IOwned
{
    private LicenceTerm()
    {
    }

    public static string IdPrefix => "ltm";

    public Id<LicenceTerm> Id { get; private set; }

    public Id<Merchant> MerchantId { get; private set; }

    public Id<Licence> LicenceId { get; private set; }

    public Id<Invoice> InvoiceId { get; private set; }

    public Id<InvoiceLine> InvoiceLineId { get; private set; }

    /// <summary>The anchor that its months count from.</summary>
    public DateOnly Anchor { get; private set; }

    public int Months { get; private set; }

    /// <summary>False once its money went back.</summary>
    public bool IsPaid { get; private set; }

    public DateTimeOffset PaidAt { get; private set; }

    public static LicenceTerm Pay(Id<LicenceTerm> id, Licence licence, PaidMonths paid, DateTimeOffset now) => new()
    {
        Id = id,
        MerchantId = licence.MerchantId,
        LicenceId = licence.Id,
        InvoiceId = paid.InvoiceId,
        InvoiceLineId = paid.LineId,
        Anchor = licence.Anchor,
        Months = paid.Months,
        IsPaid = true,
        PaidAt = now,
    };

    public void TakeBack() => IsPaid = false;
}

/// <summary>What an invoice line pays for.</summary>
public sealed record PaidMonths(Id<Invoice> InvoiceId, Id<InvoiceLine> LineId, Id<Plan> PlanId, string Edition, int Months);
