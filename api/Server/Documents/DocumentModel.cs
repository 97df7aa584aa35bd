using BillingHeadless.Domain.BankTransfers;
using BillingHeadless.Domain.Documents;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Plugins;
using BillingHeadless.Plugins.Documents;
using BillingHeadless.Server.Templates;

namespace BillingHeadless.Server.Documents;

/// <summary>The data that a document's template reads; <c>templates/documents/README.md</c> describes them.</summary>
public sealed class DocumentModel(Document document, Merchant merchant, Wording wording, TemplateTexts texts)
{
    private readonly DocumentFacts facts = document.Facts!;
    private readonly IReadOnlyList<TaxTotal> taxes = TaxTotal.Of(document.Facts!);

    public string Title => texts.Text($"{DocumentNames.Of(document.Kind)}.numbered", ("number", document.NumberText), ("date", Date(document.IssuedOn!.Value)));

    public IReadOnlyDictionary<string, object?> ToTemplate() => TemplateModel.Of(new
    {
        Document = new { document.Kind, document.Variant, Language = wording.Language.Code, Number = document.NumberText, DateText = Date(document.IssuedOn!.Value), Title },
        Replaces = facts.Replaces is { } replaced ? new { replaced.Number, DateText = Date(replaced.IssuedOn) } : null,
        Seller = PartyOf(facts.Seller, facts.Signatory),
        Buyer = PartyOf(facts.Buyer, signatory: null),
        Basis = new { Number = facts.BasisNumber, DateText = Date(facts.BasisDate), Agreement = facts.Agreements },
        Payment = facts.PayUntil is { } last ? new { Purpose, PayUntilText = Date(last) } : null,
        Lines = facts.Lines.Select(LineOf),
        Taxes = taxes.Where(tax => tax.TaxMinor > 0)
            .Select(tax => new { RateText = wording.Percent(tax.RateBasisPoints), TaxableText = Money(tax.NetMinor), TaxText = Money(tax.TaxMinor) }),
        NetTotalText = Money(taxes.Sum(tax => tax.NetMinor)),
        TaxTotalText = Money(taxes.Sum(tax => tax.TaxMinor)),
        TotalText = Money(document.TotalMinor),
        TotalInWords = wording.InWords(Total),
        Images = new { Seal = merchant.Settings.SealImage, Signature = merchant.Settings.SignatureImage, Qr = QrPicture },
    });

    /// <summary>The facts for a generator, with the rendered template.</summary>
    public DocumentRequest ToRequest(string html) => new()
    {
        Kind = document.Kind,
        Number = document.NumberText,
        IssuedOn = document.IssuedOn!.Value,
        Language = wording.Language.Code,
        Seller = facts.Seller,
        Buyer = facts.Buyer,
        Lines = [.. facts.Lines.Select(line => new DocumentLine(line.Name, Unit, line.Quantity, In(line.NetMinor), In(line.TaxMinor), In(line.GrossMinor)))],
        Taxes = [.. taxes.Select(tax => new DocumentTax(tax.Category, tax.RateBasisPoints, In(tax.NetMinor), In(tax.TaxMinor)))],
        Total = Total,
        Html = html,
        Title = Title,
    };

    private Money Total => In(document.TotalMinor);

    /// <summary>What banking apps read from an invoice; other documents ask for no money.</summary>
    private string? QrPicture => document.Kind == DocumentKind.Invoice && facts.Seller is { Iban: { } account }
        ? TransferPicture.AddressOf(TransferCode.Of(OrderTo(facts.Seller, account), merchant.Settings.UkrainianCode))
        : null;

    private TransferOrder OrderTo(DocumentParty seller, string account) => new(
        seller.Name, account, Requisites.PayeeCode(seller.RegistrationCode, seller.TaxId, document.Currency), Total, facts.BasisNumber, Purpose)
    {
        Bank = BankDetails.Of(seller.Bank, seller.Bic, seller.CorrespondentAccount, seller.Kpp),
        IssuedOn = document.IssuedOn,
        PayableUntil = facts.PayUntil,
    };

    private string Unit => texts.Text("lines.service");

    private string Purpose => texts.Text("invoice.purpose_text", ("number", facts.BasisNumber), ("date", wording.ShortDate(facts.BasisDate)), ("tax", TaxPhrase));

    private string TaxPhrase => taxes.Sum(tax => tax.TaxMinor) is > 0 and var tax
        ? $"{texts.Text("lines.including_tax")} {Money(tax)}"
        : texts.Text("lines.without_tax");

    private static object PartyOf(DocumentParty party, Signatory? signatory) => new
    {
        party.Name,
        party.RegistrationCode,
        party.TaxId,
        party.Address,
        party.Iban,
        party.Bank,
        party.Bic,
        party.CorrespondentAccount,
        party.Kpp,
        party.Phone,
        party.Email,
        Position = signatory?.Title,
        Signatory = signatory?.Name,
    };

    private object LineOf(DocumentFactLine line) => new
    {
        line.Name,
        Unit,
        Quantity = wording.Number(line.Quantity),
        PriceText = Figures(Rounding.HalfUp(line.NetMinor, line.Quantity)),
        NetText = Figures(line.NetMinor),
        TaxText = Figures(line.TaxMinor),
        GrossText = Figures(line.GrossMinor),
    };

    private Money In(long minor) => new(minor, document.Currency);

    private string Money(long minor) => wording.Money(In(minor));

    private string Figures(long minor) => wording.MoneyWithoutCurrency(minor, document.Currency);

    private string Date(DateOnly date) => wording.Date(date);
}

/// <summary>Net and tax of one category and rate.</summary>
public sealed record TaxTotal(string Category, int RateBasisPoints, long NetMinor, long TaxMinor)
{
    public static IReadOnlyList<TaxTotal> Of(DocumentFacts facts) =>
    [
        .. facts.Lines
            .GroupBy(line => (line.TaxCategory, line.TaxRateBasisPoints))
            .Select(group => new TaxTotal(group.Key.TaxCategory, group.Key.TaxRateBasisPoints, group.Sum(line => line.NetMinor), group.Sum(line => line.TaxMinor))),
    ];
}
