using System.Globalization;
using BillingHeadless.Plugins.Documents.Pdf.Fonts;
using BillingHeadless.Plugins.Documents.Pdf.Html;
using BillingHeadless.Plugins.Documents.Pdf.Styles;
using BillingHeadless.Plugins.Documents.Pdf.Writing;

namespace BillingHeadless.Plugins.Documents.Pdf.Layout;

/// <summary>The last line of every page: the document's title, and which page of how many.</summary>
internal sealed class Footer(FontChain fonts, string title, string language)
{
    private static readonly Style TitleStyle = new() { FontSize = 7_500, Colour = new Colour(96, 96, 96) };
    private static readonly Style PageStyle = TitleStyle with { TextAlign = TextAlign.Right };

    /// <summary>Part of the line that the title may take before it is cut.</summary>
    private static readonly int TitleWidth = Page.ContentWidth * 3 / 4;

    public void Draw(Canvas canvas, int page, int pages)
    {
        Draw(canvas, title, TitleStyle, TitleWidth);
        Draw(canvas, PageOf(page, pages), PageStyle, Page.ContentWidth);
    }

    private string PageOf(int page, int pages)
    {
        var (n, m) = (page.ToString(CultureInfo.InvariantCulture), pages.ToString(CultureInfo.InvariantCulture));
        return language.Split('-', 2)[0] switch
        {
            "uk" => $"Сторінка {n} з {m}",
            "ru" => $"Страница {n} из {m}",
            "kk" => $"{m} беттің {n}-беті",
            _ => $"Page {n} of {m}",
        };
    }

    private void Draw(Canvas canvas, string text, Style style, int room)
    {
        var shaped = TextShaper.Shape([new TextRun(text, style)], fonts);
        if (LineBreaker.Break(shaped, style, fonts, room).FirstOrDefault() is { } line)
        {
            line.Draw(canvas, Page.Left, Page.FooterBaseline - line.Baseline);
        }
    }
}
