namespace BillingHeadless.Plugins.Documents.Pdf.Layout;

/// <summary>Cuts a document into pages.</summary>
internal static class Paginator
{
    /// <exception cref="DocumentOutOfBoundsException">There are too many pages, or something is higher than a page.</exception>
    public static List<Fragment> Cut(Fragment document, CancellationToken cancel)
    {
        var pages = new List<Fragment>();
        for (Fragment? rest = document; rest is not null;)
        {
            cancel.ThrowIfCancellationRequested();
            if (pages.Count == Limits.Pages)
            {
                throw new DocumentOutOfBoundsException($"The document is longer than {Limits.Pages} pages.");
            }

            if (rest.Height <= Page.ContentHeight)
            {
                pages.Add(rest);
                break;
            }

            var pieces = rest.Split(new Room(Page.ContentHeight, Page.ContentHeight));
            pages.Add(pieces.Head ?? throw new DocumentOutOfBoundsException(
                "Something in the document is higher than a page and cannot be broken: make its padding or its images smaller."));
            rest = pieces.Tail;
        }

        return pages;
    }
}
