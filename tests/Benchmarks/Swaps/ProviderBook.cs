using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace BillingHeadless.Tests.Benchmarks.Swaps;

/// <summary>The book of a merchant's account at the sandbox provider, which knows nothing of ours.</summary>
public sealed class ProviderBook(HttpClient http, Uri provider, string apiKey)
{
    private const string Charge = "charge";
    private const int MostPages = 100_000;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The references of all charges, in their order.</summary>
    public async Task<IReadOnlyList<string>> References()
    {
        var references = new List<string>();
        long? after = 0;
        for (var page = 0; after is not null && page < MostPages; page++)
        {
            var read = await Read(after.Value);
            references.AddRange(read.Data.Where(movement => movement.Kind == Charge).Select(movement => movement.Reference));
            after = read.NextAfter;
        }

        return references;
    }

    private async Task<Page> Read(long after)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{provider.AbsoluteUri.TrimEnd('/')}/book?after={after}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", apiKey);
        using var answer = await http.SendAsync(request);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<Page>(Json))!;
    }

    private sealed record Page(IReadOnlyList<Movement> Data, long? NextAfter);

    private sealed record Movement(string Kind, string Reference);
}
