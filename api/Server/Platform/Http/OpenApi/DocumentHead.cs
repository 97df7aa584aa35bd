using System.Text;
using BillingHeadless.Domain.Events;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace BillingHeadless.Server.Platform.Http.OpenApi;

/// <summary>What stands before the operations: what the API is, its conventions, all problem codes and all event types.</summary>
public static class DocumentHead
{
    private const string Conventions =
        """
        Billing without a face: products, orders, invoices, payments, licences and documents over REST.

        - **Keys**: `Authorization: Bearer …`. Each operation says which kinds of key it takes, and which scope a secret key needs.
        - **Money** is an integer of minor units with an ISO 4217 currency: `{"amount": 1900, "currency": "USD"}` is 19 dollars.
        - **Time**: instants are RFC 3339 in UTC, dates are `2026-11-21` in the merchant's time zone.
        - **Ids** are a prefix and 26 characters that sort by creation: `inv_…`.
        - **Writes happen once** per `Idempotency-Key`. A key that comes again within 48 hours answers what was answered first, with `Idempotency-Replayed: true`.
        - **PATCH**: an absent field stays as it is, `null` clears it. Unknown fields are refused.
        - **Lists** come newest first by `limit` and `cursor`; `nextCursor` is `null` on the last page.
        - **Problems** are `application/problem+json` with a permanent `code`. Every answer has an `X-Request-Id`.
        """;

    public static Task Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancel)
    {
        document.Info = new OpenApiInfo
        {
            Title = "BillingHeadless",
            Version = "v1",
            Summary = "Sell licences, services and passes over REST.",
            Description = $"{Conventions}\n\n{ProblemList(document)}\n{EventList()}",
            License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
        };
        document.Servers = [new OpenApiServer { Url = "/", Description = "This server." }];
        return Task.CompletedTask;
    }

    private static string ProblemList(OpenApiDocument document)
    {
        var text = new StringBuilder("## Problems\n\n| code | status | meaning |\n| --- | --- | --- |\n");
        foreach (var problem in ProblemAnswers.In(document).Concat(DoorProblems.OfAddress).OrderBy(problem => problem.Code, StringComparer.Ordinal))
        {
            text.Append($"| `{problem.Code}` | {problem.Status} | {problem.Title} |\n");
        }

        return text.ToString();
    }

    private static string EventList() => $"## Event types\n\n{string.Join('\n', EventTypes.All.Order(StringComparer.Ordinal).Select(type => $"- `{type}`"))}";
}
