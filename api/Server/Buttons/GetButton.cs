using BillingHeadless.Domain.Buttons;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;

namespace BillingHeadless.Server.Buttons;

public sealed class GetButton(Reader reader, Links links) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/buttons/{id}", ([FromServices] GetButton endpoint, string id, Call call, CancellationToken cancel) => endpoint.Handle(id, call, cancel))
        .Is(nameof(GetButton), "Buttons", "Reads a buy button.")
        .ForKey("catalog:read")
        .Refuses(ButtonRefusals.NotFound);

    public Task<Answer<ButtonView>> Handle(string id, Call call, CancellationToken cancel) => reader.Read<Answer<ButtonView>>(
        call.Caller.MerchantId,
        async db => await db.Buttons.ById(id, cancel) is { } button ? ButtonView.Of(button, links) : ButtonRefusals.NotFound);
}
