using System.Text;
using Microsoft.Net.Http.Headers;

namespace BillingHeadless.Server.Journal;

/// <summary>A table as an answer, written as it is read: however long it is, a page of it is in memory.</summary>
public sealed record CsvAnswer(string FileName, IReadOnlyList<string> Columns, IAsyncEnumerable<IReadOnlyList<string>> Rows) : IResult
{
    public const string MediaType = "text/csv";

    /// <summary>With the mark at the beginning by which spreadsheets know the encoding.</summary>
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: true);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        headers.ContentType = $"{MediaType}; charset=utf-8";
        headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = FileName }.ToString();
        headers.XContentTypeOptions = "nosniff";
        await using var writer = new StreamWriter(httpContext.Response.Body, Utf8, leaveOpen: true);
        await writer.WriteAsync(CsvLine.Of(Columns));
        await foreach (var row in Rows.WithCancellation(httpContext.RequestAborted))
        {
            await writer.WriteAsync(CsvLine.Of(row));
        }
    }
}
