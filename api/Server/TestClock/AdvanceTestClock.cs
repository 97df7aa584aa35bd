using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Jobs;
using BillingHeadless.Server.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace BillingHeadless.Server.TestClock;

/// <summary>To which instant the merchant's time moves.</summary>
public sealed record AdvanceTestClockRequest(DateTimeOffset To);

/// <summary>
/// Moves a test merchant's time forward and does, in order, all that falls due on the way; each job sees its own due
/// instant as now, so that one step and many give the same (ruling 10).
/// </summary>
public sealed class AdvanceTestClock(IWriter writer, OnceWriter once, JobLeases leases, JobRunner runner, IdSource ids, Clock clock) : IEndpoint
{
    private const string HolderPrefix = "clock";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/v1/test-clock", ([FromServices] AdvanceTestClock endpoint, AdvanceTestClockRequest request, Call call, CancellationToken cancel) =>
            endpoint.Handle(request, call, cancel))
        .Is(nameof(AdvanceTestClock), "Test clock", "Moves a test merchant's time forward; answers when everything that was due has happened.")
        .ForKey("settings:write")
        .Once()
        .Gives<TestClockView>()
        .Produces<TestClockView>(StatusCodes.Status202Accepted)
        .Refuses(MerchantRefusals.TestClockLive, MerchantRefusals.TestClockBackwards, MerchantRefusals.TestClockBusy, MerchantRefusals.TestClockTooFar);

    public static bool IsAdvancing(Merchant merchant, DateTimeOffset systemNow) =>
        merchant.ClockAdvancingSince is { } since && systemNow - since < Limits.ClockCallLease;

    public async Task<IResult> Handle(AdvanceTestClockRequest request, Call call, CancellationToken cancel)
    {
        var to = Instants.CutToMicroseconds(request.To.ToUniversalTime());
        var begun = await writer.Write(call.Caller.MerchantId, (db, token) => Begin(db, to, call, token), cancel);
        if (begun is not null)
        {
            return begun;
        }

        var isDone = await RunDue(call.Caller.MerchantId, to);
        return await writer.Write(call.Caller.MerchantId, (db, token) => End(db, to, isDone, call, token), CancellationToken.None);
    }

    private async Task<IResult?> Begin(BillingDb db, DateTimeOffset to, Call call, CancellationToken cancel)
    {
        if (call.IdempotencyKey is not null && await once.Find(db, call, cancel) is { } stored)
        {
            return stored.LostResourceId is null ? stored : (Answer<TestClockView>)MerchantRefusals.TestClockBusy;
        }

        var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, cancel);
        if (Refuse(merchant, to) is { } refusal)
        {
            Answer<TestClockView> refused = refusal;
            once.Keep(db, call, refused);
            return refused;
        }

        merchant.BeginAdvancing(clock.Now());
        once.Reserve(db, call, merchant.Id.Value);
        return null;
    }

    private Refusal? Refuse(Merchant merchant, DateTimeOffset to) => merchant switch
    {
        { IsTest: false } => MerchantRefusals.TestClockLive,
        _ when IsAdvancing(merchant, clock.Now()) => MerchantRefusals.TestClockBusy,
        _ when to < clock.NowOf(merchant) => MerchantRefusals.TestClockBackwards,
        _ when to > clock.NowOf(merchant).AddYears(Limits.ClockCallYears) => MerchantRefusals.TestClockTooFar,
        _ => null,
    };

    /// <summary>Due jobs one after the other; the clock stands at each job's due instant while it runs. False when there were too many for one call.</summary>
    private async Task<bool> RunDue(Id<Merchant> merchant, DateTimeOffset to)
    {
        var holder = ids.Text(HolderPrefix);
        for (var count = 0; count < Limits.JobsPerClockCall; count++)
        {
            if (await leases.ClaimNext(merchant, to, holder, CancellationToken.None) is not { } lease)
            {
                return true;
            }

            await writer.Write(merchant, (db, token) => Move(db, lease.DueAt, token), CancellationToken.None);
            await runner.Run(lease, CancellationToken.None);
        }

        return false;
    }

    private async Task<bool> Move(BillingDb db, DateTimeOffset to, CancellationToken cancel)
    {
        var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, cancel);
        var (before, systemNow) = (merchant.ClockOffset, clock.Now());
        if (to > systemNow + before)
        {
            merchant.MoveClock(to, systemNow);
        }

        merchant.BeginAdvancing(systemNow);
        var moved = merchant.ClockOffset - before;
        if (moved > TimeSpan.Zero)
        {
            await ShiftJobs(db, moved, cancel);
        }

        return true;
    }

    /// <summary>Waiting merchant-time jobs come nearer by as much as the clock has moved.</summary>
    private static Task<int> ShiftJobs(BillingDb db, TimeSpan moved, CancellationToken cancel)
    {
        var microseconds = moved.Ticks / TimeSpan.TicksPerMicrosecond;
        return db.Database.ExecuteSqlAsync(
            $"update jobs set run_at = run_at - {microseconds} where merchant_id = {db.Merchant.Value} and clock = 'Merchant' and state = 'Waiting'", cancel);
    }

    private async Task<IResult> End(BillingDb db, DateTimeOffset to, bool isDone, Call call, CancellationToken cancel)
    {
        var merchant = await db.Merchants.SingleAsync(row => row.Id == db.Merchant, cancel);
        if (isDone)
        {
            await Move(db, to, cancel);
        }

        merchant.EndAdvancing();
        var view = new TestClockView(clock.NowOf(merchant), !isDone);
        var answer = isDone ? Answer<TestClockView>.Found(() => view) : Answer<TestClockView>.Accepted(() => view);
        await once.Settle(db, call, answer, cancel);
        return answer;
    }
}
