using BillingHeadless.Domain.Events;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Events;

public sealed class GetEvent(Reader reader) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/events/{id}", ([FromServices] GetEvent endpoint, string id, Call call, CancellationToken cancel) => endpoint.Handle(id, call, cancel))
        .Is(nameof(GetEvent), "Events", "Reads an event.")
        .ForKey("events:read")
        .Refuses(EventRefusals.NotFound);

    public async Task<Answer<EventView>> Handle(string id, Call call, CancellationToken cancel)
    {
        var found = await reader.Read(call.Caller.MerchantId, db => db.Events.SingleOrDefaultAsync(row => row.Id == id, cancel));
        return found is null ? EventRefusals.NotFound : EventView.Of(found);
    }
}
