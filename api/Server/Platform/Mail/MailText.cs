namespace BillingHeadless.Server.Platform.Mail;

/// <summary>Text that goes into a mail's headers: one line, whatever it was, so that nobody can add a header of their own.</summary>
public static class MailText
{
    public static string OneLine(string text, int maximumLength)
    {
        var words = new string([.. text.Select(letter => IsSafe(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var line = string.Join(' ', words);
        return line.Length <= maximumLength ? line : CutBetweenCharacters(line, maximumLength);
    }

    private static bool IsSafe(char letter) => !char.IsControl(letter) && letter is not ('\u2028' or '\u2029');

    private static string CutBetweenCharacters(string line, int length) => line[..(char.IsHighSurrogate(line[length - 1]) ? length - 1 : length)].TrimEnd();
}
