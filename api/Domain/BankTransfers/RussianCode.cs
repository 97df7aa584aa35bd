namespace BillingHeadless.Domain.BankTransfers;

/// <summary>The code of GOST R 56042-2014 in UTF-8 (<c>ST00012</c>): keys and values between separators, the amount in kopecks.</summary>
public static class RussianCode
{
    private const string Header = "ST00012";
    private const string Separators = "|#;:^_~{}!$%&()*+,/@";
    private const int LongestName = 160;
    private const int LongestBank = 45;
    private const int LongestPurpose = 210;

    public static TransferCode? Of(TransferOrder order)
    {
        if (order is not { Amount.Minor: > 0, Bank: { } bank }
            || !RussianBank.IsAccount(order.Account)
            || !RussianBank.IsBic(bank.Bic)
            || !RussianBank.IsCorrespondentAccount(bank.CorrespondentAccount))
        {
            return null;
        }

        List<(string Key, string Value)> fields =
        [
            ("Name", TransferCode.Line(order.Recipient, LongestName)),
            ("PersonalAcc", order.Account),
            ("BankName", TransferCode.Line(bank.Name, LongestBank)),
            ("BIC", bank.Bic),
            ("CorrespAcc", bank.CorrespondentAccount),
            ("Sum", $"{order.Amount.Minor}"),
            ("Purpose", TransferCode.Line(order.Purpose, LongestPurpose)),
        ];
        fields.AddRange(new[] { (Key: "PayeeINN", Value: order.Code), (Key: "KPP", Value: bank.Kpp) }.Where(field => field.Value is not null).Select(field => (field.Key, field.Value!)));

        // The sign after the header says what separates: one that stands in no value.
        var separator = Separators.FirstOrDefault(sign => fields.TrueForAll(field => !field.Value.Contains(sign, StringComparison.Ordinal)));
        return separator == default ? null : new TransferCode($"{Header}{separator}{string.Join(separator, fields.Select(field => $"{field.Key}={field.Value}"))}", 1);
    }
}
