using ActorKube.Api.Networking;
using ActorKube.Ingresses.Routing;
using ActorKube.Ingresses.Tests.Support;
using ActorKube.Network;

namespace ActorKube.Ingresses.Tests.Routing;

/// <summary>Which service a request is for.</summary>
public sealed class RouteTableTests
{
    private static readonly string[] Rules =
    [
        "web.test/ web", "web.test/api api", "web.test/api/v2 v2", "=web.test/api/exact exact", "web.test/trailing/ trailing",
        "*.test/ wild", "*.test/only-wild wild-path", "Upper.Test/ upper", "/any any", "bare.test/only only",
    ];

    [Theory]
    [InlineData("web.test", "/", "web")]
    [InlineData("WEB.test", "/", "web")]
    [InlineData("web.test", "/other/x", "web")]
    [InlineData("web.test", "/api", "api")]
    [InlineData("web.test", "/api/", "api")]
    [InlineData("web.test", "/api/v1/x", "api")]
    [InlineData("web.test", "/apix", "web")]
    [InlineData("web.test", "/api/v2", "v2")]
    [InlineData("web.test", "/api/v2/x", "v2")]
    [InlineData("web.test", "/api/v20", "api")]
    [InlineData("web.test", "/api/exact", "exact")]
    [InlineData("web.test", "/api/exact/", "api")]
    [InlineData("web.test", "/trailing", "trailing")]
    [InlineData("web.test", "/trailing/x", "trailing")]
    [InlineData("web.test", "/API", "web")]
    [InlineData("other.test", "/", "wild")]
    [InlineData("two.labels.test", "/", null)]
    [InlineData("two.labels.test", "/any/x", "any")]
    [InlineData("test", "/", null)]
    [InlineData("upper.test", "/", "upper")]
    [InlineData("bare.test", "/only", "only")]
    [InlineData("bare.test", "/x", "wild")]
    [InlineData("192.0.2.1", "/any", "any")]
    [InlineData("192.0.2.1", "/anything", null)]
    [InlineData("", "/any", "any")]
    public void Match_Rules_FindsTheService(string host, string path, string? service)
    {
        var (table, problems) = RouteTableBuilder.Build([Make.Ingress("main", Rules)]);

        Assert.Equal(service, ServiceOf(table, host, path));
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("web.test", "/api", "api")]
    [InlineData("web.test", "/x", "fallback")]
    [InlineData("other.test", "/", "general")]
    public void Match_Nothing_GoesToTheDefaultBackendOfTheHostThenOfAll(string host, string path, string service)
    {
        var withRules = Make.Ingress("a", "web.test/api api");
        var general = Make.Ingress("b", age: 9) with { Spec = new IngressSpec { DefaultBackend = Make.Backend("general") } };
        var (table, _) = RouteTableBuilder.Build([withRules with { Spec = withRules.Spec with { DefaultBackend = Make.Backend("fallback") } }, general]);

        Assert.Equal(service, ServiceOf(table, host, path));
    }

    [Fact]
    public void Build_TwoWantTheSamePath_TheOlderHasItAndTheOtherIsTold()
    {
        var (table, problems) = RouteTableBuilder.Build([Make.Ingress("a", 0, "web.test/ young", "web.test/young young"), Make.Ingress("b", 1, "web.test/ old", "=web.test/ exact")]);

        Assert.Equal("exact", ServiceOf(table, "web.test", "/"));
        Assert.Equal("old", ServiceOf(table, "web.test", "/x"));
        Assert.Equal("young", ServiceOf(table, "web.test", "/young"));
        Assert.Equal("PathConflict: web.test/ (Prefix) is already that of the ingress default/b", Text(Assert.Single(problems)));
    }

    [Fact]
    public void Build_BackendThatIsNoService_IsToldAndTakesNoRequestElsewhere()
    {
        var ingress = Make.Ingress("a", "web.test/ web");
        var resource = new HTTPIngressPath { Path = "/files", PathType = "Prefix", Backend = new IngressBackend { Resource = new() { Kind = "Bucket", Name = "b" } } };
        var (table, problems) = RouteTableBuilder.Build([ingress with { Spec = ingress.Spec with { Rules = [.. ingress.Spec.Rules!, new IngressRule { Host = "web.test", Http = new() { Paths = [resource] } }] } }]);

        Assert.Empty(table.Match("web.test", "/files/x")!.Backends);
        Assert.Equal("BadBackend: Bucket \"b\" is not a service; there are no other backends", Text(Assert.Single(problems)));
    }

    [Theory]
    [InlineData("actorkube.io/weights", "web=90", null)]
    [InlineData("actorkube.io/weights", "web=90, canary=10", null)]
    [InlineData("actorkube.io/weights", "web=0,canary=0", "no service has a weight above 0")]
    [InlineData("actorkube.io/weights", "web=1,web=2", "a service is named twice")]
    [InlineData("actorkube.io/weights", "web=-1", "\"web=-1\" is not SERVICE=WEIGHT with a whole weight from 0 to 1000000")]
    [InlineData("actorkube.io/weights", "", "\"\" is not SERVICE=WEIGHT with a whole weight from 0 to 1000000")]
    [InlineData("actorkube.io/connect-timeout", "500ms", null)]
    [InlineData("actorkube.io/connect-timeout", "0", "it must be above 0")]
    [InlineData("actorkube.io/read-timeout", "0", null)]
    [InlineData("actorkube.io/read-timeout", "1.5m", null)]
    [InlineData("actorkube.io/read-timeout", "soon", "\"soon\" is not a time such as 500ms, 2s or 1m, of at most a day")]
    [InlineData("actorkube.io/read-timeout", "25h", "\"25h\" is not a time such as 500ms, 2s or 1m, of at most a day")]
    [InlineData("actorkube.io/connect-retries", "3", null)]
    [InlineData("actorkube.io/connect-retries", "11", "\"11\" is not a number from 0 to 10")]
    [InlineData("actorkube.io/ssl-redirect", "true", null)]
    [InlineData("actorkube.io/ssl-redirect", "yes", "\"yes\" is not true or false")]
    public void Build_Annotation_IsReadOrTold(string name, string value, string? wrong)
    {
        var (_, problems) = RouteTableBuilder.Build([Make.Ingress("a", "web.test/ web").With((name, value))]);

        Assert.Equal(wrong is null ? [] : [$"BadAnnotation: {name} is ignored: {wrong}"], problems.Select(Text));
    }

    [Fact]
    public void Build_WeightsOfServicesThatNoPathHas_AreTold()
    {
        var (_, problems) = RouteTableBuilder.Build([Make.Ingress("a", "web.test/ web").With(("actorkube.io/weights", "other=1,canary=1"))]);

        Assert.Equal("BadAnnotation: actorkube.io/weights has no effect: no path leads to one of its services", Text(Assert.Single(problems)));
    }

    private static string Text(Problem problem) => $"{problem.Reason}: {problem.Message}";

    private static string? ServiceOf(RouteTable table, string host, string path) => table.Match(host, path) is { } route ? table.Backends[route.Backends[0].Index].Service : null;
}
