using ActorKube.Engine.Membership;
using ActorKube.Engine.Membership.Probing;
using ActorKube.Engine.Membership.State;

namespace ActorKube.Engine.Tests.Membership;

public sealed class PeerProberTests
{
    private const int Rounds = 20_000;
    private static readonly MemberId Self = new("self", 1);
    private static readonly MemberId Other = new("other", 1);

    /// <summary>However soon an answer comes, in particular before the round that asked is over, the next round asks again.</summary>
    [Fact]
    public async Task Round_AfterAnAnswerOfAnySpeed_AsksAgain()
    {
        var peers = new PromptPeers();
        var (prober, _) = Of(peers);
        for (var round = 0; round < Rounds; round++)
        {
            prober.Round(CancellationToken.None);
            await prober.DrainAsync();
        }

        Assert.Equal(Rounds, peers.Probes);
    }

    [Fact]
    public async Task Answer_ThatTheAskerIsDead_EndsItsLife()
    {
        var (prober, state) = Of(new PromptPeers { IsAskerDead = true });

        prober.Round(CancellationToken.None);
        await prober.DrainAsync();

        Assert.True(state.Ended.IsCompleted);
        Assert.True(state.AliveFor <= TimeSpan.Zero);
    }

    /// <summary>The prober of a host that is one of two.</summary>
    private static (PeerProber Prober, MembershipState State) Of(IPeers peers)
    {
        var options = new MembershipOptions();
        var clock = new Monotonic(TimeProvider.System);
        var state = new MembershipState(Self, clock, options);
        state.Adopt(MembershipView.Empty.With(Active(Self)).With(Active(Other)));
        return (new PeerProber(peers, state, clock, options, new Random(1), static (_, _, _) => Task.CompletedTask, static _ => { }), state);
    }

    private static Member Active(MemberId id) => new() { Id = id, Status = MemberStatus.Active, Address = "" };

    /// <summary>Answers before the caller can look away.</summary>
    private sealed class PromptPeers : IPeers
    {
        private int _probes;

        public int Probes => _probes;

        public bool IsAskerDead { get; init; }

        public Task<ProbeOutcome> ProbeAsync(Member target, Probe probe, TimeSpan timeout, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _probes);
            return Task.FromResult(ProbeOutcome.Of(new ProbeAnswer(target.Id, probe.Version, TimeSpan.FromSeconds(10), IsAskerDead: IsAskerDead)));
        }

        public Task<bool?> ProbeThroughAsync(Member helper, Member target, TimeSpan timeout, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<bool> CatchUpAsync(Member target, long version, TimeSpan timeout, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
