using BillingHeadless.Domain.Balances;
using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.Documents;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Payments;

namespace BillingHeadless.Domain.Merchants;

/// <summary>Finds what a merchant's settings cannot hold. Fields are named as in the API.</summary>
public static class MerchantSettingsCheck
{
    private const int MaximumDays = 365;
    private const int MaximumCardRetries = 10;
    private const int MaximumGatewayIdLength = 64;

    /// <summary>UNCL5305, the categories that an invoice line can have.</summary>
    private static readonly string[] TaxCategories = ["S", "Z", "E", "AE", "K", "G", "O", "L", "M", "B"];

    public static Refusal? Refuse(MerchantSettings settings)
    {
        var problems = new FieldProblems();
        CheckDays(problems, "actTermDays", settings.ActTermDays);
        CheckDays(problems, "invoiceValidityDays", settings.InvoiceValidityDays);
        CheckDays(problems, "invoiceLeadDays", settings.InvoiceLeadDays);
        CheckRetries(problems, settings);
        BonusTiers.Check(problems, settings.BonusTiers);
        CheckSurcharges(problems, settings.SurchargeBasisPoints);
        CheckSupport(problems, settings.Support);
        CheckImage(problems, "sealImage", settings.SealImage);
        CheckImage(problems, "signatureImage", settings.SignatureImage);
        CheckoutFieldsCheck.Check(problems, settings.CheckoutFields);
        RequisitesCheck.Check(problems, settings.Requisites);
        problems.AddUnless(TaxCategories.Contains(settings.Tax.Category), "tax.category", $"Must be one of {string.Join(", ", TaxCategories)}.");
        return problems.Refuse(MerchantRefusals.SettingsInvalid);
    }

    /// <summary>The settings with what people type in many ways brought to one form; call it for settings that were not refused.</summary>
    public static MerchantSettings Normalise(MerchantSettings settings) => settings with
    {
        Requisites = settings.Requisites?.Normalise(),
        Support = settings.Support with { Email = settings.Support.Email is { } email ? EmailAddress.Parse(email).Value?.Text : null },
    };

    private static void CheckDays(FieldProblems problems, string field, int days) =>
        problems.AddUnless(days is >= 0 and <= MaximumDays, field, $"Must be a number of days from 0 to {MaximumDays}.");

    /// <summary>A try on a day on which the invoice of the renewal has expired would charge nothing.</summary>
    private static void CheckRetries(FieldProblems problems, MerchantSettings settings)
    {
        var days = settings.CardRetryDays;
        problems.AddUnless(days.Count <= MaximumCardRetries, "cardRetryDays", $"{MaximumCardRetries} tries at most.");
        problems.AddUnless(
            days.All(day => day > 0 && day <= settings.InvoiceValidityDays) && days.Distinct().Count() == days.Count,
            "cardRetryDays",
            $"Must be different numbers of days from 1 to {settings.InvoiceValidityDays}, as long as an invoice is payable.");
    }

    private static void CheckSurcharges(FieldProblems problems, IReadOnlyDictionary<string, int> surcharges)
    {
        foreach (var (gateway, basisPoints) in surcharges)
        {
            var field = $"surchargeBasisPoints.{gateway}";
            problems.AddUnless(IsGatewayId(gateway), field, "A gateway's name has small letters, digits and hyphens.");
            problems.AddUnless(basisPoints is >= 0 and <= Surcharge.MaximumBasisPoints, field, $"Must be from 0 to {Surcharge.MaximumBasisPoints} basis points.");
        }
    }

    private static bool IsGatewayId(string id) =>
        id.Length is > 0 and <= MaximumGatewayIdLength
        && char.IsAsciiLetterLower(id[0])
        && id.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-');

    private static void CheckSupport(FieldProblems problems, SupportContacts support)
    {
        problems.AddUnless(support.Email is null || EmailAddress.Parse(support.Email).IsAccepted, "support.email", "Is not an e-mail address.");
        problems.AddUnless(support.ChatUrl is null || WebAddress.IsWebAddress(support.ChatUrl), "support.chatUrl", "Must be an http or https address.");
        problems.AddUnless(support.FormUrl is null || WebAddress.IsWebAddress(support.FormUrl), "support.formUrl", "Must be an http or https address.");
    }

    private static void CheckImage(FieldProblems problems, string field, string? address) => problems.AddUnless(
        address is null || ImageAddress.Parse(address).IsAccepted,
        field,
        $"Must be a PNG or JPEG as a data address in base 64, {ImageAddress.MaxSide} pixels wide and high at most.");
}
