using BillingHeadless.Domain.Kernel;
using BillingHeadless.Plugins;
using BillingHeadless.Server.Balances;
using BillingHeadless.Server.Invoices;
using BillingHeadless.Server.Platform.Http;

namespace BillingHeadless.Server.Hosted.Accounts;

/// <summary>Makes the invoice of a top-up.</summary>
public sealed class TopUpByForm(AccountForms forms, TopUpBalance topUp, Links links)
{
    /// <summary>The path of the invoice's payment page, or why there is none.</summary>
    public async Task<Result<string>> Make(AccountVisit visit, Money amount, string key, CancellationToken cancel)
    {
        var request = new TopUpBalanceRequest { Amount = MoneyBody.Of(amount) };
        var wish = new FormWish(visit, visit.PathOf(AccountSections.Balance), key, $"{amount.Minor}");
        var made = await forms.Send<InvoiceView>(wish, call => topUp.Handle(visit.CustomerId.Value, request, call, cancel));
        return made.Refused(out var refusal) ? refusal : links.PayPagePath(made.Value.Id);
    }
}
