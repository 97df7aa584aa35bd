using BillingHeadless.Domain.BankTransfers;
using BillingHeadless.Domain.Payments;
using BillingHeadless.Plugins;
using BillingHeadless.Server.BankTransfers;
using BillingHeadless.Server.Documents;
using BillingHeadless.Server.Invoices;
using BillingHeadless.Server.Payments;

namespace BillingHeadless.Server.Hosted.Paying;

/// <summary>One way to pay, with what it costs on top.</summary>
public sealed record WayCard
{
    /// <summary>Through whom; null from the customer's own funds.</summary>
    public string? Gateway { get; init; }

    /// <summary>Balance or bonus; null through a gateway.</summary>
    public string? Funds { get; init; }

    public required string Title { get; init; }

    /// <summary>Whether cards pay this way.</summary>
    public required bool Cards { get; init; }

    /// <summary>Whether the buyer is asked if the card may be kept.</summary>
    public required bool SavesCards { get; init; }

    public required IReadOnlyList<string> Wallets { get; init; }

    public required string Amount { get; init; }

    /// <summary>The gateway's commission, a line of its own (E2); null without one.</summary>
    public string? Surcharge { get; init; }

    /// <summary>What the buyer pays all in all.</summary>
    public required string Total { get; init; }

    /// <summary>That a payment this way was begun and can be carried on.</summary>
    public required bool Begun { get; init; }

    /// <summary>What our own page shows for the gateway: a form, a code or instructions.</summary>
    public StepCard? Step { get; init; }

    private static readonly Dictionary<string, string> WalletNames = new()
    {
        ["applePay"] = "Apple Pay",
        ["googlePay"] = "Google Pay",
        ["samsungPay"] = "Samsung Pay",
    };

    public static WayCard Of(Visit visit, PaidInvoice found, WayToPayView way)
    {
        var begun = way.Gateway is null ? null : found.Payments.FirstOrDefault(payment => payment.Gateway == way.Gateway && payment.IsUndecided);
        var currency = found.Invoice.Currency;
        var amount = begun?.AmountMinor ?? found.Invoice.DueMinor;
        var surcharge = begun?.SurchargeMinor ?? way.Surcharge.Amount;
        return new WayCard
        {
            Gateway = way.Gateway,
            Funds = way.Gateway is null ? OutcomeNames.Of(way.Method) : null,
            Title = way.Titles.GetValueOrDefault(visit.Language.Code) ?? way.Titles["en"],
            Cards = way.Gateway is not (null or BankReceipt.Gateway),
            SavesCards = way.SavesCards,
            Wallets = [.. way.Wallets.Select(wallet => WalletNames.GetValueOrDefault(wallet, wallet))],
            Amount = visit.Wording.Money(amount, currency),
            Surcharge = surcharge > 0 ? visit.Wording.Money(surcharge, currency) : null,
            Total = visit.Wording.Money(new Money(checked(amount + surcharge), currency)),
            Begun = begun is not null,
            Step = begun?.NextStep is { Kind: not BuyerSteps.RedirectKind } step ? StepCard.Of(step, BuyerCode.Of(begun, found.Merchant)) : null,
        };
    }
}

/// <summary>What a gateway asks of the buyer on our own page (ruling 17).</summary>
public sealed record StepCard(string Kind, string? Url, IReadOnlyList<FormValue> Fields, IReadOnlyList<string> Lines)
{
    /// <summary>The code for a banking app, as a picture; null without one.</summary>
    public string? CodePicture { get; init; }

    /// <summary>What the code says, where a phone that shows this page can open it; null elsewhere.</summary>
    public string? CodeUrl { get; init; }

    public static StepCard Of(BuyerStep step, TransferCode? code) => new(
        step.Kind,
        step.Url,
        [.. (step.Fields ?? new Dictionary<string, string>()).Select(field => new FormValue(field.Key, field.Value))],
        step.Kind == BuyerSteps.InstructionsKind || code is null ? step.Lines ?? [] : [])
    {
        CodePicture = TransferPicture.AddressOf(code),
        CodeUrl = UrlOf(code?.Text ?? step.Lines?.FirstOrDefault()),
    };

    private static string? UrlOf(string? text) => text?.StartsWith("https://", StringComparison.Ordinal) == true ? text : null;
}

/// <summary>A hidden field.</summary>
public sealed record FormValue(string Name, string Value);
