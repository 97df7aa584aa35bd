using BillingHeadless.Plugins;

namespace BillingHeadless.Domain.BankTransfers;

/// <summary>What a payer's bank must know to move the money: the same in every country, written differently in each.</summary>
/// <param name="Recipient">The payee's name.</param>
/// <param name="Account">The IBAN; in Russia the twenty characters of the account.</param>
/// <param name="Code">The payee's number: ЄДРПОУ or РНОКПП in Ukraine, ИНН in Russia.</param>
/// <param name="Amount">What is to be paid.</param>
/// <param name="Reference">Our number, by which the transfer is found in a statement.</param>
/// <param name="Purpose">What is paid for, in one line.</param>
public sealed record TransferOrder(string Recipient, string Account, string? Code, Money Amount, string Reference, string Purpose)
{
    /// <summary>The bank, where the code needs more than the account.</summary>
    public BankDetails? Bank { get; init; }

    /// <summary>The day of issue.</summary>
    public DateOnly? IssuedOn { get; init; }

    /// <summary>The last day on which it can be paid.</summary>
    public DateOnly? PayableUntil { get; init; }
}

/// <summary>A Russian bank.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bic">Nine digits.</param>
/// <param name="CorrespondentAccount">Twenty digits.</param>
/// <param name="Kpp">The payee's КПП, when it has one.</param>
public sealed record BankDetails(string Name, string Bic, string CorrespondentAccount, string? Kpp = null)
{
    /// <summary>The bank; null when something of it is not known, so that no code that names it can be drawn.</summary>
    public static BankDetails? Of(string? name, string? bic, string? correspondentAccount, string? kpp) =>
        name is null || bic is null || correspondentAccount is null ? null : new BankDetails(name, bic, correspondentAccount, kpp);
}
