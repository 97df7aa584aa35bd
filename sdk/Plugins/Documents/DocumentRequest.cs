namespace BillingHeadless.Plugins.Documents;

/// <summary>A document with all its facts, and its rendered HTML.</summary>
public sealed record DocumentRequest
{
    /// <summary>What it is: the host has decided that it may be issued.</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>The number as printed, for example <c>2026-000042</c>.</summary>
    public required string Number { get; init; }

    /// <summary>The date on the document, in the merchant's time zone.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>Language of the document: <c>uk</c>, <c>en</c>, <c>ru</c> or <c>kk</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The merchant, with its requisites as they were when the document was issued.</summary>
    public required DocumentParty Seller { get; init; }

    /// <summary>Whom the document is made out to.</summary>
    public required DocumentParty Buyer { get; init; }

    /// <summary>What was sold, in the order of the document; all amounts in the currency of <see cref="Total"/>.</summary>
    public required IReadOnlyList<DocumentLine> Lines { get; init; }

    /// <summary>Tax per category and rate; their sum is the tax of the document.</summary>
    public required IReadOnlyList<DocumentTax> Taxes { get; init; }

    /// <summary>The sum of the lines, tax included.</summary>
    public required Money Total { get; init; }

    /// <summary>The rendered template, UTF-16, in the HTML subset for documents.</summary>
    public required string Html { get; init; }

    /// <summary>The document's title for the file's metadata.</summary>
    public required string Title { get; init; }
}

/// <summary>Kinds of documents.</summary>
public enum DocumentKind
{
    /// <summary>Says that what was paid for has been delivered: the closing document.</summary>
    Act,

    /// <summary>Asks for money, with all that a payment order at a bank needs.</summary>
    Invoice,

    /// <summary>Says that money has come.</summary>
    Receipt,
}

/// <summary>A side of a document. Absent requisites are null.</summary>
/// <param name="Name">The company's or person's name.</param>
/// <param name="TaxId">The number by which the tax office knows it.</param>
/// <param name="RegistrationCode">The number in the register of companies.</param>
/// <param name="Address">The postal address, in one line.</param>
/// <param name="Iban">The account, without spaces.</param>
/// <param name="Bank">The name of the account's bank.</param>
/// <param name="Email">Where it reads letters.</param>
/// <param name="Phone">As it was given.</param>
public sealed record DocumentParty(
    string Name,
    string? TaxId = null,
    string? RegistrationCode = null,
    string? Address = null,
    string? Iban = null,
    string? Bank = null,
    string? Email = null,
    string? Phone = null)
{
    /// <summary>The number of the account's bank: a SWIFT code, or nine digits in Russia.</summary>
    public string? Bic { get; init; }

    /// <summary>The account of that bank at the central bank, in Russia.</summary>
    public string? CorrespondentAccount { get; init; }

    /// <summary>The number of the tax office's reason for registration (КПП), in Russia.</summary>
    public string? Kpp { get; init; }
}

/// <summary>A line. Net + Tax = Gross, exactly.</summary>
/// <param name="Name">What was sold, in the document's language.</param>
/// <param name="Unit">What the quantity counts, in the document's language.</param>
/// <param name="Quantity">How many units; at least one.</param>
/// <param name="Net">The line without its tax.</param>
/// <param name="Tax">The tax in it.</param>
/// <param name="Gross">What the buyer paid for it.</param>
public sealed record DocumentLine(string Name, string Unit, long Quantity, Money Net, Money Tax, Money Gross);

/// <summary>Tax of one group.</summary>
/// <param name="Category">UNCL5305 code, for example <c>S</c>, <c>E</c>, <c>O</c>.</param>
/// <param name="RateBasisPoints">2000 is 20 %.</param>
/// <param name="Taxable">Net of the group.</param>
/// <param name="Tax">Tax of the group.</param>
public sealed record DocumentTax(string Category, int RateBasisPoints, Money Taxable, Money Tax);
