using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.TestClock;

public sealed class GetTestClock(Reader reader, Clock clock) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/v1/test-clock", ([FromServices] GetTestClock endpoint, Call call, CancellationToken cancel) => endpoint.Handle(call, cancel))
        .Is(nameof(GetTestClock), "Test clock", "Reads the merchant's time.")
        .ForKey("settings:read");

    public Task<Answer<TestClockView>> Handle(Call call, CancellationToken cancel) => reader.Read<Answer<TestClockView>>(
        call.Caller.MerchantId,
        async db =>
        {
            var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, cancel);
            return new TestClockView(clock.NowOf(merchant), AdvanceTestClock.IsAdvancing(merchant, clock.Now()));
        });
}
