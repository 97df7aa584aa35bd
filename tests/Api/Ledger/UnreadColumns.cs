namespace BillingHeadless.Tests.Api.Ledger;

/// <summary>Amounts, rates, states and flags that no check reads, each with the reason.</summary>
public static class UnreadColumns
{
    private const string Offer = "What is offered now; an invoice has frozen what it was made of.";
    private const string Access = "Who may do what: no money.";
    private const string Installed = "Which plugin is to run: no money.";
    private const string Words = "What people are told; the money stands elsewhere.";
    private const string BankWrote = "What the bank wrote: the payment that took the money is checked by itself.";
    private const string Setting = "A setting: it decides what will happen, and proves nothing of what has.";

    public static IReadOnlyDictionary<string, string> Reasons { get; } = new Dictionary<string, string>
    {
        ["api_keys.kind"] = Access,
        ["documents.variant"] = "Whether it cancels or corrects another: its total is checked in each case.",
        ["gateway_settings.enabled"] = Setting,
        ["jobs.clock"] = "By which clock a job is due: work, not money.",
        ["jobs.state"] = "Read only to forgive a row that waits for its job; it can make nothing false.",
        ["memberships.role"] = Access,
        ["merchants.mode"] = Setting,
        ["payment_attempts.kind"] = Words,
        ["payments.method"] = "By a gateway or from a balance: the transfers say from where.",
        ["payments.needs_person"] = Words,
        ["payments.retry_may_help"] = "Why it was declined: what is done about it, no money.",
        ["payments.saves_card"] = "What the buyer agreed to: no money.",
        ["plans.billing"] = Offer,
        ["plans.interval"] = Offer,
        ["plans.on_sale"] = Offer,
        ["plans.online"] = Offer,
        ["plans.price_minor"] = Offer,
        ["plans.tax_rate_basis_points"] = Offer,
        ["products.on_sale"] = Offer,
        ["refunds.method"] = "By hand or by the gateway: the transfers are the same.",
        ["refunds.needs_person"] = Words,
        ["sessions.kind"] = Access,
        ["sessions.role"] = Access,
        ["statement_entries.amount_minor"] = BankWrote,
        ["statement_entries.outcome"] = BankWrote,
        ["subscriptions.auto_pay"] = Setting,
        ["wanted_plugins.kind"] = Installed,
        ["wanted_plugins.source"] = Installed,
    };
}
