using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace BillingHeadless.Server.Platform.Http.OpenApi;

/// <summary>Who may make a call. The scope that a secret key needs stands in <c>x-scope</c>: bearer keys have no place for it in OpenAPI.</summary>
public static class CallerDescription
{
    private const string PlatformKey = "platformKey";
    private const string SecretKey = "secretKey";
    private const string PublishableKey = "publishableKey";
    private const string CustomerToken = "customerToken";

    private static readonly Dictionary<string, string> Keys = new()
    {
        [PlatformKey] = "The operator's key: creates merchants, manages plugins.",
        [SecretKey] = "A merchant's secret key, `sk_test_…` or `sk_live_…`: what it may do is in its scopes.",
        [PublishableKey] = "A merchant's publishable key, `pk_…`: for buttons and checkouts, safe to be seen in a page.",
        [CustomerToken] = "One customer in one role, for an hour.",
    };

    public static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        var access = context.Metadata<Access>() ?? new Access();
        operation.Security = [.. Allowed(access, context.Document!)];
        operation.Description = operation.Description is { Length: > 0 } more ? $"{Sentence(access)}\n\n{more}" : Sentence(access);
        if (access.Scope is { } scope)
        {
            operation.AddExtension("x-scope", new JsonNodeExtension(scope));
        }

        return Task.CompletedTask;
    }

    public static Task DescribeKeys(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancel)
    {
        foreach (var (name, description) in Keys)
        {
            document.AddComponent(name, new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = description });
        }

        return Task.CompletedTask;
    }

    private static IEnumerable<OpenApiSecurityRequirement> Allowed(Access access, OpenApiDocument document)
    {
        string?[] keys =
        [
            access.Platform ? PlatformKey : null,
            access.Scope is not null ? SecretKey : null,
            access.Publishable ? PublishableKey : null,
            access.Customer ? CustomerToken : null,
        ];
        return keys.OfType<string>().Select(key => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(key, document)] = [] });
    }

    private static string Sentence(Access access)
    {
        string?[] callers =
        [
            access.Anyone ? "whoever knows the address" : null,
            access.Platform ? "the platform key" : null,
            access.Scope is { } scope ? $"a secret key with the scope `{scope}`" : null,
            access.Publishable ? "a publishable key" : null,
            access.Customer ? "a customer token" : null,
        ];
        return $"For {string.Join(" or ", callers.OfType<string>())}.";
    }
}
