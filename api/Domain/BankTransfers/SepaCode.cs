using System.Globalization;
using System.Text;

namespace BillingHeadless.Domain.BankTransfers;

/// <summary>The code of the European Payments Council for transfers in euros (EPC069-12, version 2).</summary>
public static class SepaCode
{
    private const int LongestName = 70;
    private const int LongestRemittance = 140;
    private const int MostBytes = 331;
    private const long MostCents = 99_999_999_999;

    public static TransferCode? Of(TransferOrder order)
    {
        if (order.Amount.Minor is <= 0 or > MostCents || order.Account.Length is < 15 or > 34 || !char.IsAsciiLetterUpper(order.Account[0]))
        {
            return null;
        }

        var amount = $"EUR{order.Amount.Minor / 100}.{(order.Amount.Minor % 100).ToString("D2", CultureInfo.InvariantCulture)}";
        var name = TransferCode.Line(order.Recipient, LongestName);
        var remittance = TransferCode.Line(order.Purpose, LongestRemittance);
        var text = Text(name, order.Account, amount, remittance);
        while (Encoding.UTF8.GetByteCount(text) > MostBytes && remittance.Length > 0)
        {
            remittance = TransferCode.Line(remittance, remittance.Length - 1);
            text = Text(name, order.Account, amount, remittance);
        }

        return new TransferCode(text, 1);
    }

    private static string Text(string name, string account, string amount, string remittance) =>
        string.Join('\n', "BCD", "002", "1", "SCT", "", name, account, amount, "", "", remittance).TrimEnd('\n');
}
