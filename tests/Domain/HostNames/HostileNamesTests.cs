using BillingHeadless.Domain.Customers;
using BillingHeadless.Domain.HostNames;
using BillingHeadless.Domain.Licences;

namespace BillingHeadless.Tests.Domain.HostNames;

/// <summary>Texts drawn from the characters that matter to the readers of addresses: none breaks them, and what passes is clean.</summary>
public class HostileNamesTests
{
    private const int Turns = 40_000;
    private const int Seed = 34_920;
    private const int MaxPieces = 14;

    private static readonly string[] Pieces =
    [
        "a", "b", "i", "x", "z", "A", "0", "1", "9", "-", "--", ".", ".", ".", ":", "/", "@", "[", "]", "%", "\\", "?", "#", "_", " ", "\n", "\0",
        "xn--", "xn--a", "xn--99999999", "0x", "ua", "com", "firm", "bitrix24", "localhost", "http://", "https:", ":443", ":80",
        "і", "р", "ф", "рф", "укр", "Ж", "ё", "ς", "ß", "ı", "\u0130", "ü", "公", "か", "ა", "\u0301", "\u200B", "\u202E", "\uFF0E", "\uFF41",
        "\u3002", "\u212A", "\U0001F600", "\U0001D41B", "\ud800", "\udc00", "\uFFFF", "\u00A0", "\u00AD",
    ];

    [Fact]
    public void What_is_accepted_as_a_portal_is_plain_and_stays_what_it_is()
    {
        var accepted = Draw().Select(PortalAddress.Normalise).Where(address => address.IsAccepted).Select(address => address.Value!.Host).ToList();
        Assert.True(accepted.Count > 100, "hardly anything was accepted: the draw tests nothing");
        Assert.All(accepted, host =>
        {
            Assert.True(IsPlainHost(host), $"{host} (seed {Seed})");
            Assert.Equal(host, PortalAddress.Normalise(host).Value?.Host);
        });
    }

    [Fact]
    public void What_is_accepted_as_an_e_mail_is_plain_and_stays_what_it_is()
    {
        var typed = Draw().Select((text, turn) => turn % 2 == 0 ? $"a@{text}" : $"{text}@firm.ua");
        var accepted = typed.Select(EmailAddress.Parse).Where(address => address.IsAccepted).Select(address => address.Value!.Text).ToList();
        Assert.True(accepted.Count > 100, "hardly anything was accepted: the draw tests nothing");
        Assert.All(accepted, address =>
        {
            Assert.True(IsPlainHost(address.Split('@')[^1]) && address.All(IsPrintable), $"{address} (seed {Seed})");
            Assert.Equal(address, EmailAddress.Parse(address).Value?.Text);
        });
    }

    [Fact]
    public void Every_refusal_has_a_published_code() => Assert.All(
        Draw().Select(PortalAddress.Normalise).Where(address => !address.IsAccepted).Select(address => address.Problem).Distinct(),
        problem => Assert.Contains(problem, PortalAddressProblem.All));

    private static IEnumerable<string> Draw()
    {
        var random = new Random(Seed);
        for (var turn = 0; turn < Turns; turn++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, MaxPieces)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            yield return random.Next(2) == 0 ? text : text + ".bitrix24.ua";
        }
    }

    private static bool IsPlainHost(string host) =>
        host.Contains('.') && host.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '-' or '.');

    private static bool IsPrintable(char character) => character is > ' ' and < '\x7f';
}
