using BillingHeadless.Domain.BankTransfers;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Documents;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Merchants;

/// <summary>
/// What is to change. An absent field stays as it is; null puts back what a new merchant has; an object or a list takes the
/// place of the whole old one.
/// </summary>
public sealed record UpdateSettingsRequest
{
    /// <summary>Whether acts are issued by themselves when a payment has come, or when they are asked for.</summary>
    public Patch<ActPolicy?> Acts { get; init; }

    /// <summary>An act sent through this many days after the payment is in time.</summary>
    public Patch<int?> ActTermDays { get; init; }

    /// <summary>An invoice is payable through the day of issue plus these days.</summary>
    public Patch<int?> InvoiceValidityDays { get; init; }

    /// <summary>An automatic invoice is issued so many days before the paid time of a service ends.</summary>
    public Patch<int?> InvoiceLeadDays { get; init; }

    /// <summary>The bonus for topping up a balance, by amount in the merchant's currency.</summary>
    [Count(Limits.ListItems)]
    public Patch<IReadOnlyList<BonusTierBody>> BonusTiers { get; init; }

    /// <summary>Whether a month's usage may take a balance below zero; if not, an invoice asks for what is not covered.</summary>
    public Patch<bool?> BalanceBelowZero { get; init; }

    /// <summary>What becomes of money that arrives for an invoice that needs none.</summary>
    public Patch<SurplusPolicy?> SurplusPolicy { get; init; }

    /// <summary>The commission that the buyer pays on top, by gateway; 250 is 2.5 %, 2000 the most.</summary>
    [Count(Limits.MapEntries)]
    public Patch<IReadOnlyDictionary<string, int>> SurchargeBasisPoints { get; init; }

    /// <summary>Whether the surcharge stays with the merchant when a payment is refunded.</summary>
    public Patch<bool?> KeepSurchargeOnRefund { get; init; }

    /// <summary>The fields of the checkout's contact form, in order; the e-mail is always asked first.</summary>
    [Count(Limits.ListItems)]
    public Patch<IReadOnlyList<CheckoutFieldBody>> CheckoutFields { get; init; }

    public Patch<SupportBody> Support { get; init; }

    public Patch<RequisitesBody> Requisites { get; init; }

    /// <summary>Whether gateways are asked to save cards; off unless it is switched on. Switched off, saved cards stay and are not charged.</summary>
    public Patch<bool?> SavedMethods { get; init; }

    /// <summary>
    /// So many days after the paid time of a service has ended its saved card is tried again, when it was declined for a reason that may
    /// pass; ten times at most, and only while the invoice is payable. None unless it is set: then it is not tried again.
    /// </summary>
    [Count(Limits.ListItems)]
    public Patch<IReadOnlyList<int>> CardRetryDays { get; init; }

    /// <summary>Which version of the National Bank of Ukraine's code is drawn: 3, or 2 for apps that know no other.</summary>
    public Patch<UkrainianCodeVersion?> UkrainianCode { get; init; }

    public Patch<TaxBody> Tax { get; init; }

    public Patch<SignatoryBody> Signatory { get; init; }

    /// <summary>The seal as a data:image/png or data:image/jpeg address.</summary>
    [Line(Limits.ImageLength)]
    public Patch<string> SealImage { get; init; }

    /// <summary>The signature as a data:image/png or data:image/jpeg address.</summary>
    [Line(Limits.ImageLength)]
    public Patch<string> SignatureImage { get; init; }

    private static readonly MerchantSettings New = new();

    public MerchantSettings Change(MerchantSettings old) => old with
    {
        Acts = Acts.Or(old.Acts) ?? New.Acts,
        ActTermDays = ActTermDays.Or(old.ActTermDays) ?? New.ActTermDays,
        InvoiceValidityDays = InvoiceValidityDays.Or(old.InvoiceValidityDays) ?? New.InvoiceValidityDays,
        InvoiceLeadDays = InvoiceLeadDays.Or(old.InvoiceLeadDays) ?? New.InvoiceLeadDays,
        BonusTiers = BonusTiers.Or(old.BonusTiers, tiers => [.. tiers.Select(tier => tier.ToTier())]) ?? New.BonusTiers,
        BalanceBelowZero = BalanceBelowZero.Or(old.BalanceBelowZero) ?? New.BalanceBelowZero,
        SurplusPolicy = SurplusPolicy.Or(old.SurplusPolicy) ?? New.SurplusPolicy,
        SurchargeBasisPoints = SurchargeBasisPoints.Or(old.SurchargeBasisPoints) ?? New.SurchargeBasisPoints,
        KeepSurchargeOnRefund = KeepSurchargeOnRefund.Or(old.KeepSurchargeOnRefund) ?? New.KeepSurchargeOnRefund,
        CheckoutFields = CheckoutFields.Or(old.CheckoutFields, fields => [.. fields.Select(field => field.ToField())]) ?? New.CheckoutFields,
        Support = Support.Or(old.Support, support => support.ToContacts()) ?? New.Support,
        Requisites = Requisites.Or(old.Requisites, requisites => requisites.ToRequisites()),
        SavedMethods = SavedMethods.Or(old.SavedMethods) ?? New.SavedMethods,
        CardRetryDays = CardRetryDays.Or(old.CardRetryDays) ?? New.CardRetryDays,
        UkrainianCode = UkrainianCode.Or(old.UkrainianCode) ?? New.UkrainianCode,
        Tax = Tax.Or(old.Tax, tax => tax.ToSettings()) ?? New.Tax,
        Signatory = Signatory.Or(old.Signatory, signatory => signatory.ToSignatory()),
        SealImage = SealImage.Or(old.SealImage),
        SignatureImage = SignatureImage.Or(old.SignatureImage),
    };
}

public sealed class UpdateSettings(OnceWriter writer, Clock clock) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPatch("/v1/settings", ([FromServices] UpdateSettings endpoint, UpdateSettingsRequest request, Call call, CancellationToken cancel) =>
            endpoint.Handle(request, call, cancel))
        .Is(nameof(UpdateSettings), "Merchants", "Changes settings; what was agreed before stays as it was.")
        .ForKey("settings:write")
        .Once()
        .Gives<SettingsView>()
        .Refuses(MerchantRefusals.SettingsInvalid);

    public Task<IResult> Handle(UpdateSettingsRequest request, Call call, CancellationToken cancel) => writer.Write<SettingsView>(
        call,
        async (db, token) =>
        {
            var merchant = await db.Merchants.SingleAsync(row => row.Id == call.Caller.MerchantId, token);
            if (!call.HasSeen(merchant))
            {
                return HttpRefusals.VersionDiffers;
            }

            var settings = request.Change(merchant.Settings);
            if (MerchantSettingsCheck.Refuse(settings) is { } refusal)
            {
                return refusal;
            }

            merchant.Change(MerchantSettingsCheck.Normalise(settings));
            await IssueDocument.RetryWaiting(db, merchant, clock.NowOf(merchant), token);
            return Answer<SettingsView>.Found(() => SettingsView.Of(merchant));
        },
        cancel);
}
