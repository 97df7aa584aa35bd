using BillingHeadless.Domain.BankTransfers;
using BillingHeadless.Plugins;

namespace BillingHeadless.Tests.Domain.BankTransfers;

/// <summary>Codes that banking apps read, against examples that were made elsewhere.</summary>
public sealed class TransferCodeTests
{
    private static readonly TransferOrder Ukrainian = new(
        "ТОВ Приклад",
        "UA213223130000026007233566001",
        "12345678",
        new Money(125_050, new Currency("UAH")),
        "INV-2026-000042",
        "Оплата за послуги згідно рахунку INV-2026-000042 від 01.01.2026")
    {
        IssuedOn = new DateOnly(2026, 1, 1),
        PayableUntil = new DateOnly(2026, 1, 31),
    };

    [Fact]
    public void The_National_Bank_of_Ukraines_code_of_version_3_is_as_in_the_example()
    {
        var code = TransferCode.Of(Ukrainian)!;
        Assert.Equal(
            "https://qr.bank.gov.ua/QkNECjAwMwoyCklDVAoK0s7CIM_w6Orr4OQKVUEyMTMyMjMxMzAwMDAwMjYwMDcyMzM1NjYwMDEKVUFIMTI1MC41MAoxMjM0NTY3OApTVVBQL1NVUFAKSU5WLTIwMjYtMDAwMDQyCs7v6-Dy4CDn4CDv7vHr8-PoIOfjs-Tt7iDw4PXz7erzIElOVi0yMDI2LTAwMDA0MiDis-QgMDEuMDEuMjAyNgoKRkVGRgoyNjAxMzEyMzU5NTkKMjYwMTAxMDAwMDAwCg",
            code.Text);
        Assert.Equal(10, code.SmallestVersion);
    }

    [Fact]
    public void The_National_Bank_of_Ukraines_code_of_version_2_is_as_in_the_example() => Assert.Equal(
        "https://bank.gov.ua/qr/QkNECjAwMgoxClVDVAoK0KLQntCSINCf0YDQuNC60LvQsNC0ClVBMjEzMjIzMTMwMDAwMDI2MDA3MjMzNTY2MDAxClVBSDEyNTAuNTAKMTIzNDU2NzgKCgrQntC_0LvQsNGC0LAg0LfQsCDQv9C-0YHQu9GD0LPQuCDQt9Cz0ZbQtNC90L4g0YDQsNGF0YPQvdC60YMgSU5WLTIwMjYtMDAwMDQyINCy0ZbQtCAwMS4wMS4yMDI2Cg",
        UkrainianCode.OfVersion2(Ukrainian)!.Text);

    [Theory]
    [InlineData(10_000, "UAH100\n")]
    [InlineData(125_050, "UAH1250.50\n")]
    [InlineData(5, "UAH0.05\n")]
    public void Kopiykas_have_two_digits_or_none(long minor, string amount)
    {
        var text = UkrainianCode.OfVersion2(Ukrainian with { Amount = new Money(minor, new Currency("UAH")) })!.Text;
        var base64 = text[(text.LastIndexOf('/') + 1)..].Replace('-', '+').Replace('_', '/');
        var lines = System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '=')));
        Assert.Contains(amount, lines);
    }

    [Fact]
    public void Euros_are_transferred_by_the_European_code() => Assert.Equal(
        "BCD\n002\n1\nSCT\n\nExample GmbH\nDE89370400440532013000\nEUR1250.50\n\n\nInvoice 2026-000042",
        TransferCode.Of(new TransferOrder("Example GmbH", "DE89370400440532013000", null, new Money(125_050, new Currency("EUR")), "2026-000042", "Invoice 2026-000042"))!.Text);

    [Fact]
    public void Roubles_are_transferred_by_the_Russian_code()
    {
        var order = new TransferOrder(
            "ООО \"Пример\"",
            "40702810900000012345",
            "7707083893",
            new Money(125_050, new Currency("RUB")),
            "INV-2026-000042",
            "Оплата по счету INV-2026-000042 от 01.01.2026, без НДС")
        {
            Bank = new BankDetails("ПАО Сбербанк г. Москва", "044525225", "30101810400000000225", "770701001"),
        };
        var code = TransferCode.Of(order)!.Text;
        Assert.Equal(
            "ST00012|Name=ООО \"Пример\"|PersonalAcc=40702810900000012345|BankName=ПАО Сбербанк г. Москва|BIC=044525225|CorrespAcc=30101810400000000225|Sum=125050|Purpose=Оплата по счету INV-2026-000042 от 01.01.2026, без НДС|PayeeINN=7707083893|KPP=770701001",
            code);
        Assert.StartsWith("ST00012#Name=", TransferCode.Of(order with { Purpose = "a|b" })!.Text);
    }

    [Fact]
    public void Without_the_requisites_there_is_no_code()
    {
        Assert.Null(TransferCode.Of(Ukrainian with { Code = "143605726590" }));
        Assert.Null(TransferCode.Of(Ukrainian with { Account = "DE89370400440532013000" }));
        Assert.Null(TransferCode.Of(Ukrainian with { Amount = new Money(100, new Currency("KZT")) }));
        Assert.Null(TransferCode.Of(Ukrainian with { Amount = new Money(100, new Currency("RUB")) }));
    }

    [Theory]
    [InlineData("A", 1, 21)]
    [InlineData("A", 10, 57)]
    public void A_code_is_as_small_as_it_may_be(string text, int smallestVersion, int size) =>
        Assert.Equal(size, QrCode.Of(System.Text.Encoding.UTF8.GetBytes(text), smallestVersion).Size);

    [Fact]
    public void What_does_not_fit_is_refused() => Assert.Throws<ArgumentException>(() => QrCode.Of(new byte[700]));
}
