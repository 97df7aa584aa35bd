using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace BillingHeadless.Server.Platform.Http.OpenApi;

/// <summary>The parts of the API, in reading order, each with a sentence.</summary>
public static class Areas
{
    private static readonly Dictionary<string, string> All = new()
    {
        ["Merchants"] = "Who sells: settings and keys.",
        ["Catalogue"] = "What is sold: products, plans and the agreements that a buyer accepts.",
        ["Buttons"] = "Links on any site that lead to the page of a product.",
        ["Orders"] = "What a buyer wants, with its price and the consents.",
        ["Invoices"] = "What is to be paid, until when and how.",
        ["Payments"] = "Money on its way in, and back.",
        ["Services"] = "What a customer has bought for a time, and how it goes on.",
        ["Balances"] = "What a customer has, owes and has moved.",
        ["Gateways"] = "The ways to pay that a merchant offers.",
        ["Customers"] = "Who buys.",
        ["Licences"] = "What was bought: activation, validation, offline tokens.",
        ["Documents"] = "Acts and invoices as files.",
        ["Templates"] = "The texts of pages, mails and documents.",
        ["Plugins"] = "What serves gateways, documents and activations: installed, replaced and removed while payments go on. For the operator alone.",
        ["Events"] = "Everything that happened, in order and without gaps.",
        ["Test clock"] = "A test merchant's time, which it moves itself.",
        ["Books"] = "The proof that every amount adds up.",
    };

    public static Task Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancel)
    {
        var used = document.Tags?.Select(tag => tag.Name!).ToHashSet() ?? [];
        document.Tags = new HashSet<OpenApiTag>(
            All.Keys.Concat(used.Order(StringComparer.Ordinal)).Distinct().Where(used.Contains).Select(name => new OpenApiTag
            {
                Name = name,
                Description = All.GetValueOrDefault(name),
            }));
        return Task.CompletedTask;
    }
}
