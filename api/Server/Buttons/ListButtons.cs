using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Buttons;

public sealed class ListButtons(Reader reader, Links links) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/buttons", ([FromServices] ListButtons endpoint, [AsParameters] PageRequest page, Call call, CancellationToken cancel) =>
            endpoint.Handle(page, call, cancel))
        .Is(nameof(ListButtons), "Buttons", "Lists buy buttons, newest first.")
        .ForKey("catalog:read");

    public async Task<Answer<PageView<ButtonView>>> Handle(PageRequest page, Call call, CancellationToken cancel) => await reader.Read(
        call.Caller.MerchantId,
        db => db.Buttons.NewestFirst(page).ToPage(page, button => button.Id.Value, button => ButtonView.Of(button, links), cancel));
}
