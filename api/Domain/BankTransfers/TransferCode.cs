namespace BillingHeadless.Domain.BankTransfers;

/// <summary>The text of a QR code that banking apps read.</summary>
/// <param name="Text">What the code holds.</param>
/// <param name="SmallestVersion">The smallest version of the QR code that the rules allow.</param>
public sealed record TransferCode(string Text, int SmallestVersion)
{
    /// <summary>The code of the country whose banks take this currency from such an account; null where there is none, or requisites are missing.</summary>
    public static TransferCode? Of(TransferOrder order, UkrainianCodeVersion ukrainian = UkrainianCodeVersion.Version3) => order.Amount.Currency.Code switch
    {
        "UAH" when ukrainian == UkrainianCodeVersion.Version2 => UkrainianCode.OfVersion2(order),
        "UAH" => UkrainianCode.Of(order),
        "EUR" => SepaCode.Of(order),
        RussianBank.Currency => RussianCode.Of(order),
        _ => null,
    };

    /// <summary>One line: a line break would begin the next field.</summary>
    internal static string Line(string text, int longest)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length <= longest ? line : line[..(char.IsHighSurrogate(line[longest - 1]) ? longest - 1 : longest)].TrimEnd();
    }
}
