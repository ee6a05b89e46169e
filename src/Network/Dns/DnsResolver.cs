using ActorKube.Engine.Views;
using ActorKube.Network.Dns.Forwarding;
using ActorKube.Network.Dns.Messages;
using ActorKube.Network.Dns.Zones;

namespace ActorKube.Network.Dns;

/// <summary>Answers questions: the cluster's from the view, others from the cache or from upstream. Thread-safe.</summary>
internal sealed class DnsResolver(DnsServerOptions options, ObjectView view, TimeProvider time)
{
    /// <summary>Aliases that lead to one another.</summary>
    private const int MaxAliases = 8;

    private static readonly DnsAnswer Failure = new(DnsCode.ServerFailure);
    private static readonly DnsAnswer Refused = new(DnsCode.Refused);
    private readonly ClusterZone _zone = new(options.Zone);
    private readonly AnswerCache _cache = new(options.CacheCapacity, time);
    private readonly Upstreams _upstreams = new(options.Upstreams, time);
    private int _underWay;
    private long _forwarded;
    private long _failures;

    /// <summary>Questions that others were asked.</summary>
    public long Forwarded => Interlocked.Read(ref _forwarded);

    /// <summary>Those of them that nobody answered.</summary>
    public long Failures => Interlocked.Read(ref _failures);

    /// <summary>Is done at once where nobody else has to be asked.</summary>
    public async ValueTask<DnsAnswer> AnswerAsync(DnsQuery query, CancellationToken cancellationToken)
    {
        if (query.Question is not { } question || query.Problem != DnsCode.Success)
        {
            return new DnsAnswer(query.Problem);
        }

        var answer = await FindAsync(question, query.WantsRecursion, cancellationToken);
        for (var aliases = 0; aliases < MaxAliases && Alias(question, answer) is { } target; aliases++)
        {
            // Resolvers in pods don't ask on by themselves.
            var rest = await FindAsync(question with { Name = target }, query.WantsRecursion, cancellationToken);
            if (rest.Code == DnsCode.Refused)
            {
                break;
            }

            answer = answer with { Code = rest.Code, Answers = [.. answer.Answers, .. rest.Answers], Authority = rest.Authority };
        }

        return answer;
    }

    /// <summary>What is left to be asked: the answer ends in another name.</summary>
    private static DnsName? Alias(DnsQuestion question, DnsAnswer answer) =>
        !question.Wants(DnsType.CName) && answer.Code == DnsCode.Success && answer.Answers is [.., { Data: NameData { Type: DnsType.CName, Name: var target } }] ? target : null;

    private async ValueTask<DnsAnswer> FindAsync(DnsQuestion question, bool wantsRecursion, CancellationToken cancellationToken)
    {
        if ((_zone.Answer(question, view.Snapshot()) ?? _cache.Find(question)) is { } known)
        {
            return known;
        }

        return options.Upstreams.Count > 0 && wantsRecursion ? await ForwardAsync(question, cancellationToken) : Refused;
    }

    private async Task<DnsAnswer> ForwardAsync(DnsQuestion question, CancellationToken cancellationToken)
    {
        try
        {
            if (Interlocked.Increment(ref _underWay) > options.MaxForwarded)
            {
                return Refused;
            }

            Interlocked.Increment(ref _forwarded);
            if (await _upstreams.AskAsync(question, cancellationToken) is not { } answer)
            {
                Interlocked.Increment(ref _failures);
                return Failure;
            }

            _cache.Add(question, answer);
            return answer;
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }
}
