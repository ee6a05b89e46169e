using ActorKube.Api.Errors;
using ActorKube.Api.FlowControl;
using ActorKube.Api.Kinds;
using ActorKube.Api.Meta;
using ActorKube.Api.Tests.Kinds;

namespace ActorKube.Api.Tests.FlowControl;

public sealed class FlowControlTests
{
    private const string Schema =
        """
        {"metadata":{"name":"a"},"spec":{"priorityLevelConfiguration":{"name":"p"},"rules":[{"subjects":[{"kind":"User","user":{"name":"u"}}],
          "resourceRules":[{"verbs":["get"],"apiGroups":[""],"resources":["pods"],"namespaces":["*"]}],"nonResourceRules":[{"verbs":["get"],"nonResourceURLs":["/x"]}]}]}}
        """;

    private const string Level =
        """{"metadata":{"name":"a"},"spec":{"type":"Limited","limited":{"limitResponse":{"type":"Queue","queuing":{}}}}}""";

    private static readonly Kind Schemas = FlowControlKinds.All.Single(k => k.Name == "FlowSchema");
    private static readonly Kind Levels = FlowControlKinds.All.Single(k => k.Name == "PriorityLevelConfiguration");

    [Theory]
    [InlineData("spec.matchingPrecedence", "-1", "Invalid spec.matchingPrecedence")]
    [InlineData("spec.matchingPrecedence", "10001", "Invalid spec.matchingPrecedence")]
    [InlineData("spec.matchingPrecedence", "1", "Invalid spec.matchingPrecedence")]
    [InlineData("spec.distinguisherMethod", """{"type":"x"}""", "NotSupported spec.distinguisherMethod.type")]
    [InlineData("spec.priorityLevelConfiguration.name", "\"\"", "Required spec.priorityLevelConfiguration.name")]
    [InlineData("spec.priorityLevelConfiguration.name", "\"A\"", "Invalid spec.priorityLevelConfiguration.name")]
    [InlineData("spec.rules.0.subjects", "[]", "Required spec.rules[0].subjects")]
    [InlineData("spec.rules.0.subjects.0.kind", "\"x\"", "NotSupported spec.rules[0].subjects[0].kind")]
    [InlineData("spec.rules.0.subjects.0.kind", "\"Group\"", "Forbidden spec.rules[0].subjects[0].user; Required spec.rules[0].subjects[0].group")]
    [InlineData("spec.rules.0.subjects.0", """{"kind":"ServiceAccount","serviceAccount":{"name":"","namespace":""}}""",
        "Required spec.rules[0].subjects[0].serviceAccount.name; Required spec.rules[0].subjects[0].serviceAccount.namespace")]
    [InlineData("spec.rules.0.resourceRules.0.verbs", """["frob"]""", "NotSupported spec.rules[0].resourceRules[0].verbs")]
    [InlineData("spec.rules.0.resourceRules.0.verbs", """["*","get"]""", "Invalid spec.rules[0].resourceRules[0].verbs")]
    [InlineData("spec.rules.0.resourceRules.0.apiGroups", """["*","a"]""", "Invalid spec.rules[0].resourceRules[0].apiGroups")]
    [InlineData("spec.rules.0.resourceRules.0.resources", "[]", "Required spec.rules[0].resourceRules[0].resources")]
    [InlineData("spec.rules.0.resourceRules.0.namespaces", "[]", "Required spec.rules[0].resourceRules[0].namespaces")]
    [InlineData("spec.rules.0.resourceRules.0.namespaces", """["A"]""", "Invalid spec.rules[0].resourceRules[0].namespaces[0]")]
    [InlineData("spec.rules.0.nonResourceRules.0.nonResourceURLs", """["","x","/a b","/a//b","/a*","/a/*"]""",
        "Invalid spec.rules[0].nonResourceRules[0].nonResourceURLs[0]; Invalid spec.rules[0].nonResourceRules[0].nonResourceURLs[1]; "
        + "Invalid spec.rules[0].nonResourceRules[0].nonResourceURLs[2]; Invalid spec.rules[0].nonResourceRules[0].nonResourceURLs[3]; "
        + "Invalid spec.rules[0].nonResourceRules[0].nonResourceURLs[4]")]
    [InlineData("spec.rules.0", """{"subjects":[{"kind":"User","user":{"name":"u"}}]}""", "Required spec.rules[0]")]
    [InlineData("metadata.name", "\"catch-all\"", "Invalid spec")]
    public void ValidateSchema_Edited_FindsExactly(string path, string value, string expected)
    {
        Assert.Equal("", KindProbe.CreateErrors(Schemas, Schema));
        Assert.Equal(expected, KindProbe.CreateErrors(Schemas, KindProbe.Edit(Schema, path, value)));
    }

    [Theory]
    [InlineData("spec.type", "\"x\"", "NotSupported spec.type")]
    [InlineData("spec.type", "\"Exempt\"", "Forbidden spec.limited; Invalid spec.type")]
    [InlineData("spec.limited", null, "Required spec.limited")]
    [InlineData("spec.exempt", "{}", "Forbidden spec.exempt")]
    [InlineData("spec.limited.nominalConcurrencyShares", "-1", "Invalid spec.limited.nominalConcurrencyShares")]
    [InlineData("spec.limited.lendablePercent", "101", "Invalid spec.limited.lendablePercent")]
    [InlineData("spec.limited.borrowingLimitPercent", "-1", "Invalid spec.limited.borrowingLimitPercent")]
    [InlineData("spec.limited.limitResponse.type", "\"x\"", "NotSupported spec.limited.limitResponse.type")]
    [InlineData("spec.limited.limitResponse.type", "\"Reject\"", "Forbidden spec.limited.limitResponse.queuing")]
    [InlineData("spec.limited.limitResponse.queuing", null, "Required spec.limited.limitResponse.queuing")]
    [InlineData("spec.limited.limitResponse.queuing.queues", "7", "Invalid spec.limited.limitResponse.queuing.handSize")]
    [InlineData("spec.limited.limitResponse.queuing.handSize", "11", "Invalid spec.limited.limitResponse.queuing.handSize")]
    [InlineData("spec.limited.limitResponse.queuing.queueLengthLimit", "-1", "Invalid spec.limited.limitResponse.queuing.queueLengthLimit")]
    [InlineData("metadata.annotations", """{"flowcontrol.k8s.io/v1beta3-preserve-zero-concurrency-shares":""}""", "Forbidden metadata.annotations")]
    [InlineData("metadata.name", "\"catch-all\"", "Invalid spec")]
    public void ValidateLevel_Edited_FindsExactly(string path, string? value, string expected)
    {
        Assert.Equal("", KindProbe.CreateErrors(Levels, Level));
        Assert.Equal(expected, KindProbe.CreateErrors(Levels, KindProbe.Edit(Level, path, value)));
    }

    [Fact]
    public void Default_Level_GetsQueues() => Assert.Equal(
        """{"type":"Limited","limited":{"nominalConcurrencyShares":30,"limitResponse":{"type":"Queue","queuing":{"queues":64,"handSize":8,"queueLengthLimit":50}},"lendablePercent":0}}""",
        KindProbe.Created(Levels, Level, "spec"));

    [Fact]
    public void Bootstrap_Objects_AreValidAndDefaulted()
    {
        Assert.Equal((13, 8), (FlowControlBootstrap.FlowSchemas.Count, FlowControlBootstrap.PriorityLevels.Count));
        Assert.All(FlowControlBootstrap.FlowSchemas, s => AssertFinished(Schemas, s));
        Assert.All(FlowControlBootstrap.PriorityLevels, l => AssertFinished(Levels, l));
        Assert.All(FlowControlBootstrap.FlowSchemas, s => Assert.Contains(FlowControlBootstrap.PriorityLevels, l => l.Metadata.Name == s.Spec.PriorityLevelConfiguration.Name));
    }

    [Fact]
    public void Cells_Unknown_AreMarked()
    {
        Assert.Equal(["a", "p", 0, "<none>", "<unknown>", "?"], KindProbe.Cells(Schemas, Schema));
        Assert.Equal(["exempt", "Exempt", "<none>", "<none>", "<none>", "<none>", "<unknown>"], KindProbe.Cells(Levels, """{"metadata":{"name":"exempt"},"spec":{"type":"Exempt"}}"""));
    }

    private static void AssertFinished(Kind kind, IApiObject value)
    {
        var errors = new FieldErrors();
        kind.Validate(value, errors);
        Assert.Empty(errors.All);
        Assert.True(kind.SameSpec(value, kind.Default(value)));
    }
}
