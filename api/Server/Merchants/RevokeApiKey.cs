using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Merchants;

public sealed class RevokeApiKey(OnceWriter writer, Clock clock) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapDelete("/v1/api-keys/{id}", ([FromServices] RevokeApiKey endpoint, string id, Call call, CancellationToken cancel) => endpoint.Handle(id, call, cancel))
        .Is(nameof(RevokeApiKey), "Merchants", "Ends a key at once. It stays in the list, so that its use can be traced.")
        .ForKey("settings:write")
        .Once()
        .Gives<ApiKeyView>()
        .Refuses(MerchantRefusals.ApiKeyNotFound);

    public Task<IResult> Handle(string id, Call call, CancellationToken cancel) => writer.Write<ApiKeyView>(
        call,
        async (db, token) =>
        {
            if (await db.ApiKeys.ById(id, token) is not { } key)
            {
                return MerchantRefusals.ApiKeyNotFound;
            }

            key.Revoke(clock.Now());
            return Answer<ApiKeyView>.Found(() => ApiKeyView.Of(key));
        },
        cancel);
}
