using BillingHeadless.Domain.Customers;

namespace BillingHeadless.Tests.Domain.Customers;

/// <summary>Ruling 12: e-mails are trimmed and compared in lower case.</summary>
public class EmailAddressTests
{
    [Theory]
    [InlineData("olena@firm.example", "olena@firm.example")]
    [InlineData("  Olena@FIRM.Example \t", "olena@firm.example")]
    [InlineData("\u00A0olena@firm.example\u00A0", "olena@firm.example")]
    [InlineData("first.last+tag@mail.firm.ua", "first.last+tag@mail.firm.ua")]
    [InlineData("o'neill_1-a@firm.ua", "o'neill_1-a@firm.ua")]
    [InlineData("!#$%&*/=?^`{|}~@firm.ua", "!#$%&*/=?^`{|}~@firm.ua")]
    [InlineData("a@b.ua", "a@b.ua")]
    [InlineData("info@Фірма.укр", "info@xn--80axlp4g.xn--j1amh")]
    public void An_address_is_normalised(string typed, string address) => Assert.Equal((address, null), Read(typed));

    [Theory]
    [InlineData(null, EmailAddressProblem.Empty)]
    [InlineData("", EmailAddressProblem.Empty)]
    [InlineData("   ", EmailAddressProblem.Empty)]
    [InlineData("olena", EmailAddressProblem.AtSign)]
    [InlineData("olena.firm.example", EmailAddressProblem.AtSign)]
    [InlineData("a@b@firm.ua", EmailAddressProblem.AtSign)]
    [InlineData("a@firm.ua, b@firm.ua", EmailAddressProblem.AtSign)]
    [InlineData("@firm.ua", EmailAddressProblem.Mailbox)]
    [InlineData(".a@firm.ua", EmailAddressProblem.Mailbox)]
    [InlineData("a.@firm.ua", EmailAddressProblem.Mailbox)]
    [InlineData("a..b@firm.ua", EmailAddressProblem.Mailbox)]
    [InlineData("a b@firm.ua", EmailAddressProblem.Mailbox)]
    [InlineData("Olena <olena@firm.ua>", EmailAddressProblem.Mailbox)]
    [InlineData("\"olena\"@firm.ua", EmailAddressProblem.Mailbox)]
    [InlineData("olena(work)@firm.ua", EmailAddressProblem.Mailbox)]
    [InlineData("a,b@firm.ua", EmailAddressProblem.Mailbox)]
    [InlineData("a;b@firm.ua", EmailAddressProblem.Mailbox)]
    [InlineData("a:b@firm.ua", EmailAddressProblem.Mailbox)]
    [InlineData("a\\b@firm.ua", EmailAddressProblem.Mailbox)]
    [InlineData("олена@firm.ua", EmailAddressProblem.Mailbox)]
    [InlineData("ol\u0435na@firm.ua", EmailAddressProblem.Mailbox)]
    [InlineData("olena\u200B@firm.ua", EmailAddressProblem.Mailbox)]
    [InlineData("a@", EmailAddressProblem.Domain)]
    [InlineData("a@firm", EmailAddressProblem.Domain)]
    [InlineData("a@localhost", EmailAddressProblem.Domain)]
    [InlineData("a@firm.ua.", EmailAddressProblem.Domain)]
    [InlineData("a@.ua", EmailAddressProblem.Domain)]
    [InlineData("a@firm..ua", EmailAddressProblem.Domain)]
    [InlineData("a@fi rm.ua", EmailAddressProblem.Domain)]
    [InlineData("a@-firm.ua", EmailAddressProblem.Domain)]
    [InlineData("a@127.0.0.1", EmailAddressProblem.Domain)]
    [InlineData("a@[127.0.0.1]", EmailAddressProblem.Domain)]
    [InlineData("a@firm.ua:25", EmailAddressProblem.Domain)]
    [InlineData("a@firm.ua>", EmailAddressProblem.Domain)]
    [InlineData("a@g\u043Eogle.com", EmailAddressProblem.Domain)]
    public void Anything_but_a_bare_address_is_refused(string? typed, string problem) => Assert.Equal((null, problem), Read(typed));

    [Theory]
    [InlineData("a\r\nBcc: b@firm.ua")]
    [InlineData("a@firm.ua\r\nBcc: b@firm.ua")]
    [InlineData("a@firm.ua\nSubject: x")]
    [InlineData("a\n@firm.ua")]
    [InlineData("a@firm\r.ua")]
    [InlineData("a\0@firm.ua")]
    [InlineData("a@firm.ua\u2028x")]
    public void Nothing_that_ends_a_header_gets_through(string typed) => Assert.Null(Read(typed).Address);

    [Fact]
    public void Lengths_are_bounded_by_the_mail_protocol()
    {
        Assert.Equal((new string('a', 64) + "@firm.ua", null), Read(new string('A', 64) + "@firm.ua"));
        Assert.Equal((null, EmailAddressProblem.Mailbox), Read(new string('a', 65) + "@firm.ua"));

        var domain = string.Join('.', Enumerable.Repeat(new string('d', 61), 4)) + ".ua";
        Assert.Equal(($"aaa@{domain}", null), Read($"aaa@{domain}"));
        Assert.Equal((null, EmailAddressProblem.TooLong), Read($"aaaa@{domain}"));
        Assert.Equal((null, EmailAddressProblem.TooLong), Read(new string('a', 100_000) + "@firm.ua"));
    }

    [Fact]
    public void An_encoded_domain_counts_at_its_full_length()
    {
        var domain = $"{new string('ж', 56)}.{new string('ш', 56)}.{new string('ю', 56)}.укр";
        var mailbox = new string('a', 64);
        Assert.True($"{mailbox}@{domain}".Length < EmailAddress.MaxLength);
        Assert.Equal((null, EmailAddressProblem.TooLong), Read($"{mailbox}@{domain}"));
        Assert.NotNull(Read($"a@{domain}").Address);
    }

    [Fact]
    public void Every_problem_has_a_code_of_its_own() =>
        Assert.Equal(EmailAddressProblem.All.Count, EmailAddressProblem.All.Distinct().Count());

    private static (string? Address, string? Problem) Read(string? typed)
    {
        var address = EmailAddress.Parse(typed);
        return (address.Value?.Text, address.Problem);
    }
}
