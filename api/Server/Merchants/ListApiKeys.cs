using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Merchants;

public sealed class ListApiKeys(Reader reader) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/api-keys", ([FromServices] ListApiKeys endpoint, [AsParameters] PageRequest page, Call call, CancellationToken cancel) =>
            endpoint.Handle(page, call, cancel))
        .Is(nameof(ListApiKeys), "Merchants", "Lists the keys, revoked ones too; newest first.")
        .ForKey("settings:read");

    public async Task<Answer<PageView<ApiKeyView>>> Handle(PageRequest page, Call call, CancellationToken cancel) =>
        await reader.Read(call.Caller.MerchantId, db => db.ApiKeys.NewestFirst(page).ToPage(page, key => key.Id.Value, ApiKeyView.Of, cancel));
}
