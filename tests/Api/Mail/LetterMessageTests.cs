using BillingHeadless.Server.Platform.Mail;

namespace BillingHeadless.Tests.Api.Mail;

public sealed class LetterMessageTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    private static readonly Letter Letter = new()
    {
        Id = "job_1",
        SenderName = "Студія",
        To = "buyer@example.com",
        Subject = "Замовлення № 1",
        Html = "<p>Дякуємо</p>",
        Text = "Дякуємо\n",
    };

    [Theory]
    [InlineData("Order\r\nBcc: thief@example.com")]
    [InlineData("Order\nBcc: thief@example.com")]
    [InlineData("Order\u2028Bcc: thief@example.com\u0085")]
    public void Nobody_adds_a_header_by_a_line_break(string text)
    {
        using var message = LetterMessage.Of(Letter with { Subject = text, SenderName = text }, "billing@example.com", Now);

        Assert.Equal("Order Bcc: thief@example.com", message.Subject);
        Assert.Equal("Order Bcc: thief@example.com", message.From!.DisplayName);
        Assert.Empty(message.Bcc);
    }

    [Fact]
    public void A_long_subject_is_cut_between_characters()
    {
        using var message = LetterMessage.Of(Letter with { Subject = new string('a', 199) + "🙂🙂" }, "billing@example.com", Now);

        Assert.Equal(new string('a', 199), message.Subject);
    }

    [Fact]
    public void A_letter_that_is_sent_again_is_the_same_letter()
    {
        using var message = LetterMessage.Of(Letter, "billing@example.com", Now);

        Assert.Equal("<job_1@example.com>", message.Headers["Message-ID"]);
        Assert.Equal("Sat, 21 Nov 2026 09:00:00 +0000", message.Headers["Date"]);
    }

    [Theory]
    [InlineData("help@studio.example", 1)]
    [InlineData("no address", 0)]
    [InlineData(null, 0)]
    public void An_answer_goes_to_the_merchants_support(string? support, int addresses)
    {
        using var message = LetterMessage.Of(Letter with { ReplyTo = support }, "billing@example.com", Now);

        Assert.Equal(addresses, message.ReplyToList.Count);
    }
}
