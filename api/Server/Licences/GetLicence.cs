using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Licences;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.Licences;

public sealed class GetLicence(Reader reader, LicenceKeys keys, Clock clock) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/licences/{id}", ([FromServices] GetLicence endpoint, string id, Call call, CancellationToken cancel) => endpoint.Handle(id, call, cancel))
        .Is(nameof(GetLicence), "Licences", "Reads a licence with its key.")
        .ForKey("orders:read", orCustomer: true)
        .Refuses(LicenceRefusals.NotFound);

    public Task<Answer<LicenceView>> Handle(string id, Call call, CancellationToken cancel) => reader.Read<Answer<LicenceView>>(
        call.Caller.MerchantId,
        async db =>
        {
            var licence = Id<Licence>.Parse(id) is { } key ? await db.Licences.SingleOrDefaultAsync(row => row.Id == key, cancel) : null;
            if (licence is null || !call.Caller.MayActFor(licence.CustomerId))
            {
                return LicenceRefusals.NotFound;
            }

            var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, cancel);
            return LicenceView.Of(licence, keys, clock.NowOf(merchant));
        });
}
