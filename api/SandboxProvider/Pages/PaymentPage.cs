using System.Text.Encodings.Web;
using System.Text.Unicode;
using BillingHeadless.SandboxProvider.Checkouts;

namespace BillingHeadless.SandboxProvider.Pages;

/// <summary>The page that a buyer sees, in each of its states. Plain HTML: it needs no script.</summary>
internal static class PaymentPage
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The page for the state that the checkout is in.</summary>
    public static Page Of(Checkout checkout, SandboxProviderOptions options, PageAction.Mend? mend = null)
    {
        var texts = PageTexts.In(checkout.Language);
        var (heading, content) = checkout.Status switch
        {
            CheckoutStatus.Open => (texts.Title, PaymentForms.Card(checkout, texts, mend)),
            CheckoutStatus.Confirming => (texts.ConfirmTitle, PaymentForms.Code(texts, null)),
            CheckoutStatus.Succeeded => (texts.PaidTitle, Ended(checkout, texts, texts.PaidText)),
            _ => (texts.DeclinedTitle, Ended(checkout, texts, texts.Declines[checkout.DeclineCode!.Value])),
        };
        var status = mend is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return Whole(status, checkout, texts, heading, content, options);
    }

    /// <summary>The question for the code once more.</summary>
    public static Page WrongCode(Checkout checkout, SandboxProviderOptions options)
    {
        var texts = PageTexts.In(checkout.Language);
        var fault = string.Format(texts.Faults[FieldFault.WrongCode], Limits.CodeTries - checkout.WrongCodes);
        var content = PaymentForms.Code(texts, fault);
        return Whole(StatusCodes.Status422UnprocessableEntity, checkout, texts, texts.ConfirmTitle, content, options);
    }

    /// <summary>Nobody knows whose language this would be in: English.</summary>
    public static Page NotFound(SandboxProviderOptions options)
    {
        var texts = PageTexts.In(PageLanguage.En);
        var html = Frame(texts, texts.NotFoundTitle, $"<p>{Text(texts.NotFoundText)}</p>", options);
        return new Page(StatusCodes.Status404NotFound, html, "");
    }

    /// <summary>Escapes text for HTML, in content and in attributes.</summary>
    public static string Text(string text) => Encoder.Encode(text);

    private static Page Whole(
        int status, Checkout checkout, PageTexts texts, string heading, string content, SandboxProviderOptions options)
    {
        var purchase =
            $"""
            <p class="description">{Text(checkout.Description)}</p>
            <p class="amount"><span>{Text(texts.Amount)}</span> <strong>{Text(PaymentForms.Amount(checkout))}</strong></p>
            {content}
            """;
        var shop = new Uri(checkout.ReturnUrl);
        return new Page(status, Frame(texts, heading, purchase, options), $"{shop.Scheme}://{shop.Authority}");
    }

    private static string Ended(Checkout checkout, PageTexts texts, string text) =>
        $"""
        <p class="outcome" role="status">{Text(text)}</p>
        <p><a class="button" href="{Text(checkout.ReturnUrl)}">{Text(texts.BackToShop)}</a></p>
        """;

    private static string Frame(PageTexts texts, string heading, string content, SandboxProviderOptions options) =>
        $"""
        <!DOCTYPE html>
        <html lang="{texts.Code}">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>{Text(heading)} · {Text(texts.TestMark)}</title>
          <link rel="stylesheet" href="{Text(options.PathPrefix)}/page.css">
        </head>
        <body>
          <header><p><strong class="mark">{Text(texts.TestMark)}</strong> {Text(texts.NoRealMoney)}</p></header>
          <main>
            <h1>{Text(heading)}</h1>
            {content}
          </main>
        </body>
        </html>
        """;
}
