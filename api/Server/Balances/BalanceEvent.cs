using BillingHeadless.Domain.Invoices;
using BillingHeadless.Server.Platform.Http;

namespace BillingHeadless.Server.Balances;

/// <summary>What events say of a top-up.</summary>
public sealed record BalanceEvent(string CustomerId, string InvoiceId, MoneyBody Amount, MoneyBody Bonus)
{
    public static BalanceEvent Of(Invoice invoice) =>
        new(invoice.CustomerId.Value, invoice.Id.Value, MoneyBody.Of(invoice.Total), MoneyBody.Of(invoice.BonusMinor, invoice.Currency));
}
