using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Merchants;

public sealed class GetSettings(Reader reader) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/settings", ([FromServices] GetSettings endpoint, Call call, CancellationToken cancel) => endpoint.Handle(call, cancel))
        .Is(nameof(GetSettings), "Merchants", "Reads the merchant's settings.")
        .ForKey("settings:read");

    public async Task<Answer<SettingsView>> Handle(Call call, CancellationToken cancel) => SettingsView.Of(
        await reader.Read(call.Caller.MerchantId, db => db.Merchants.SingleAsync(row => row.Id == call.Caller.MerchantId, cancel)));
}
