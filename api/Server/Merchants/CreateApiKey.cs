using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Merchants;

/// <summary>What a key is made with.</summary>
public sealed record CreateApiKeyRequest
{
    /// <summary>A secret key for servers, or a publishable one for pages.</summary>
    public ApiKeyKind Kind { get; init; } = ApiKeyKind.Secret;

    /// <summary>What a secret key may do: an area with :read or :write, or * for everything.</summary>
    [Count(Limits.ListItems), EachLine(Limits.CodeLength)]
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Web origins whose pages may use a publishable key, such as https://shop.example.com.</summary>
    [Count(Limits.ListItems), EachLine(Limits.UrlLength)]
    public IReadOnlyList<string> Origins { get; init; } = [];
}

public sealed class CreateApiKey(OnceWriter writer, KeyMint mint) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v1/api-keys", ([FromServices] CreateApiKey endpoint, CreateApiKeyRequest request, Call call, CancellationToken cancel) =>
            endpoint.Handle(request, call, cancel))
        .Is(nameof(CreateApiKey), "Merchants", "Makes a key; it is shown this once.")
        .ForKey("settings:write")
        .Once()
        .Makes<ApiKeyView>()
        .Refuses(MerchantRefusals.ScopeUnknown, MerchantRefusals.ScopeNeeded, MerchantRefusals.ScopeExceeded, MerchantRefusals.OriginInvalid);

    public Task<IResult> Handle(CreateApiKeyRequest request, Call call, CancellationToken cancel) => writer.Write<ApiKeyView>(
        call,
        async (db, token) =>
        {
            var origins = WebOrigins.Read(request.Origins);
            if ((Refuse(request, call.Caller) ?? origins.Refusal) is { } refusal)
            {
                return refusal;
            }

            var merchant = await db.Merchants.SingleAsync(row => row.Id == call.Caller.MerchantId, token);
            var (key, text) = request.Kind == ApiKeyKind.Secret ? mint.Secret(merchant, request.Scopes) : mint.Publishable(merchant, origins.Value);
            db.ApiKeys.Add(key);
            return Answer<ApiKeyView>.Made(() => ApiKeyView.Of(key, text), $"/v1/api-keys/{key.Id}");
        },
        cancel);

    private static Refusal? Refuse(CreateApiKeyRequest request, Caller caller)
    {
        var unknown = request.Scopes.FirstOrDefault(scope => !Scope.IsKnown(scope));
        return request switch
        {
            _ when unknown is not null => MerchantRefusals.ScopeUnknown.Because($"{unknown} is not one of: {string.Join(", ", Scope.Areas)}, each with :read or :write, or {Scope.Everything}."),
            _ when request.Kind == ApiKeyKind.Secret == (request.Scopes.Count == 0) => MerchantRefusals.ScopeNeeded,
            _ when !request.Scopes.All(scope => Scope.Allows(caller.Scopes, scope)) => MerchantRefusals.ScopeExceeded,
            { Kind: ApiKeyKind.Secret, Origins.Count: > 0 } => MerchantRefusals.OriginInvalid.Because("Only a publishable key has origins."),
            _ => null,
        };
    }
}
