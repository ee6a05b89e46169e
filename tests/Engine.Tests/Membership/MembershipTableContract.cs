using System.Collections.Immutable;
using ActorKube.Engine.Membership;

namespace ActorKube.Engine.Tests.Membership;

/// <summary>What every membership table promises.</summary>
public abstract class MembershipTableContract : IAsyncLifetime
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(3);

    private IMembershipTable _table = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _table = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await _table.DisposeAsync();
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    [Fact(Timeout = 60_000)]
    public async Task Read_OfAnEmptyTable_IsVersionZero()
    {
        var reading = await _table.ReadAsync(Cancellation);

        Assert.Equal(0, reading.View.Version);
        Assert.Empty(reading.View.Members);
    }

    [Fact(Timeout = 60_000)]
    public async Task Write_AtTheRightVersion_IsReadAsItWasWritten()
    {
        var row = Row("a", 1) with
        {
            Votes = true,
            Labels = ImmutableSortedDictionary<string, string>.Empty.Add("zone", "z1"),
            Accusers = [new MemberId("b", 3), new MemberId("c", 1)],
            JoinedAt = new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero),
        };

        Assert.True(await _table.TryWriteAsync(row, 0, Cancellation));

        var view = (await _table.ReadAsync(Cancellation)).View;
        Assert.Equal(1, view.Version);
        var found = view.Find("a")!;
        Assert.Equal(row with { Labels = found.Labels, Accusers = found.Accusers }, found);
        Assert.Equal(row.Labels, found.Labels);
        Assert.True(row.Accusers.SetEquals(found.Accusers));
    }

    [Fact(Timeout = 60_000)]
    public async Task Write_AtAnotherVersion_ChangesNothing()
    {
        Assert.True(await _table.TryWriteAsync(Row("a", 1), 0, Cancellation));

        Assert.False(await _table.TryWriteAsync(Row("b", 1), 0, Cancellation));
        Assert.False(await _table.TryWriteAsync(Row("b", 1), 2, Cancellation));
        Assert.False(await _table.TryRemoveAsync("a", 0, Cancellation));

        Assert.Equal(["a"], (await _table.ReadAsync(Cancellation)).View.Members.Keys);
    }

    [Fact(Timeout = 60_000)]
    public async Task Write_ByManyAtOnce_OneWinsEachVersion()
    {
        var won = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => _table.TryWriteAsync(Row($"m{i}", 1), 0, Cancellation)));

        Assert.Single(won, static w => w);
        Assert.Equal(1, (await _table.ReadAsync(Cancellation)).View.Version);
    }

    [Fact(Timeout = 60_000)]
    public async Task Remove_TakesTheRowAndMakesAVersion()
    {
        Assert.True(await _table.TryWriteAsync(Row("a", 1), 0, Cancellation));
        Assert.True(await _table.TryRemoveAsync("a", 1, Cancellation));

        var view = (await _table.ReadAsync(Cancellation)).View;
        Assert.Equal(2, view.Version);
        Assert.Empty(view.Members);
    }

    [Fact(Timeout = 60_000)]
    public async Task Renew_OfALivingMember_TellsTheVersionAndKeepsItFromLapsing()
    {
        Assert.True(await _table.TryWriteAsync(Row("a", 1), 0, Cancellation));

        Assert.Equal(1, await _table.RenewAsync(new MemberId("a", 1), Lease, Cancellation));

        Assert.Empty((await _table.ReadAsync(Cancellation)).Lapsed);
    }

    [Fact(Timeout = 60_000)]
    public async Task Renew_OfAMemberThatIsDeadOrReplaced_IsRefused()
    {
        Assert.Null(await _table.RenewAsync(new MemberId("a", 1), Lease, Cancellation));
        Assert.True(await _table.TryWriteAsync(Row("a", 2), 0, Cancellation));
        Assert.Null(await _table.RenewAsync(new MemberId("a", 1), Lease, Cancellation));
        Assert.True(await _table.TryWriteAsync(Row("a", 2) with { Status = MemberStatus.Dead }, 1, Cancellation));
        Assert.Null(await _table.RenewAsync(new MemberId("a", 2), Lease, Cancellation));
    }

    [Fact(Timeout = 60_000)]
    public async Task Lease_ThatRanOut_IsSaidOfActiveMembersOnly()
    {
        Assert.True(await _table.TryWriteAsync(Row("a", 1), 0, Cancellation));
        Assert.True(await _table.TryWriteAsync(Row("b", 1) with { Status = MemberStatus.Stopped }, 1, Cancellation));
        await _table.RenewAsync(new MemberId("a", 1), TimeSpan.FromMilliseconds(1), Cancellation);

        await PassAsync(TimeSpan.FromMilliseconds(1));

        while (!(await _table.ReadAsync(Cancellation)).Lapsed.SetEquals(["a"]))
        {
            await Task.Yield();
        }
    }

    protected static Member Row(string name, long incarnation) => new()
    {
        Id = new MemberId(name, incarnation),
        Status = MemberStatus.Active,
        Address = "127.0.0.1:1",
        Api = "https://127.0.0.1:2",
        Software = "1.2.3",
    };

    protected abstract Task<IMembershipTable> OpenAsync();

    protected abstract ValueTask CloseAsync();

    /// <summary>Has the table's clock go on, where that is in a test's hands.</summary>
    protected virtual Task PassAsync(TimeSpan time) => Task.CompletedTask;
}
