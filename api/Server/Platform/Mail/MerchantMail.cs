using BillingHeadless.Domain.Language;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Templates;

namespace BillingHeadless.Server.Platform.Mail;

/// <summary>What a mail of a merchant is made of.</summary>
public sealed record MailDraft
{
    /// <summary>The job that sends it.</summary>
    public required string JobId { get; init; }

    /// <summary>For example <c>mail.orderPaid</c>.</summary>
    public required string Template { get; init; }

    public required LanguageCode Language { get; init; }

    public required string To { get; init; }

    public required IReadOnlyDictionary<string, object?> Data { get; init; }

    public IReadOnlyList<Attachment> Attachments { get; init; } = [];
}

/// <summary>Writes and sends a merchant's mails. The template's title is the subject; an answer goes to the merchant's support.</summary>
public sealed class MerchantMail(TemplateLibrary templates, IPostOffice office)
{
    public async Task Send(Merchant merchant, MailDraft draft, CancellationToken cancel)
    {
        var html = await templates.Render(merchant, draft.Template, draft.Language, draft.Data, cancel);
        var letter = new Letter
        {
            Id = draft.JobId,
            SenderName = merchant.Name,
            ReplyTo = merchant.Settings.Support.Email,
            To = draft.To,
            Subject = PlainText.TitleOf(html),
            Html = html,
            Text = PlainText.Of(html),
            Attachments = draft.Attachments,
        };
        await office.Send(letter, cancel);
    }
}
