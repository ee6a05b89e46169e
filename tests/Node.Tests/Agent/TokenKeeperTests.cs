using ActorKube.Engine.Tests.Support;
using ActorKube.NodeAgent.Pods;
using ActorKube.NodeAgent.Tests.Agent.Support;
using ActorKube.NodeAgent.Volumes;
using static ActorKube.NodeAgent.Tests.Agent.Support.PodBuilder;

namespace ActorKube.NodeAgent.Tests.Agent;

public sealed class TokenKeeperTests
{
    private static readonly ServiceAccountTokenRequest Request = new("ns", "default", "p", "uid", null, TimeSpan.FromHours(1));

    private readonly ManualTime _time = new();
    private readonly Counting _source;
    private readonly TokenKeeper _keeper;

    public TokenKeeperTests()
    {
        _source = new Counting(_time);
        _keeper = new TokenKeeper(_source, _time);
    }

    [Theory(Timeout = 30_000)]
    [InlineData(3600, 2880)]
    [InlineData(600, 480)]
    [InlineData(30 * 24 * 3600, 24 * 3600)]
    public async Task Token_IsRenewedAfterFourFifthsOfItsLifeOrADay(int life, int use)
    {
        var request = Request with { Expiration = TimeSpan.FromSeconds(life) };
        var first = await GetAsync(request);
        Assert.Equal(_time.GetUtcNow().AddSeconds(use), first.RenewAt);

        _time.Advance(TimeSpan.FromSeconds(use - 1));
        Assert.Same(first, await GetAsync(request));

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("token 2", (await GetAsync(request)).Text);
    }

    [Fact(Timeout = 30_000)]
    public async Task Token_ForAnotherAudience_IsAnother()
    {
        Assert.Equal("token 1", (await GetAsync(Request)).Text);
        Assert.Equal("token 2", (await GetAsync(Request with { Audience = "vault" })).Text);
        Assert.Equal("token 1", (await GetAsync(Request)).Text);
    }

    [Fact]
    public void Volumes_WithAToken_AreMadeAgainWhenItIsDue()
    {
        var record = Records.Prepared(Pod("web")).Running("app");
        record = PodTransitions.Apply(record, new PodMessage.VolumesPrepared(Records.Now.AddSeconds(100)), Records.Now);

        Assert.Empty(record.Plan());
        Assert.Equal(Records.Now.AddSeconds(100), record.WakeAt());
        Assert.Equal(["volumes"], record.Plan(100));
        Assert.Empty((record with { Volumes = record.Volumes with { Busy = true } }).Plan(100));
    }

    [Fact]
    public void Volumes_ThatBecomeStaleWhileTheyAreMade_AreMadeOnceMore()
    {
        var record = Records.Prepared(Pod("web")).Running("app");
        record = record with { Volumes = (record.Volumes with { Busy = true }).Again() };

        Assert.Equal(["volumes"], PodTransitions.Apply(record, new PodMessage.VolumesPrepared(), Records.Now).Plan());
    }

    private ValueTask<KeptToken> GetAsync(ServiceAccountTokenRequest request) => _keeper.GetAsync(request, TestContext.Current.CancellationToken);

    private sealed class Counting(TimeProvider time) : IServiceAccountTokens
    {
        private int _count;

        public ValueTask<ServiceAccountToken> RequestAsync(ServiceAccountTokenRequest request, CancellationToken cancellationToken) =>
            ValueTask.FromResult(new ServiceAccountToken($"token {++_count}", time.GetUtcNow() + request.Expiration));
    }
}
