using ActorKube.Api.AdmissionRegistration;
using ActorKube.Api.Kinds;
using ActorKube.Api.Tests.Kinds;

namespace ActorKube.Api.Tests.AdmissionRegistration;

public sealed class WebhookTests
{
    private const string Valid =
        """
        {"metadata":{"name":"a"},"webhooks":[{"name":"h.example.com","sideEffects":"None","admissionReviewVersions":["v1"],"clientConfig":{"url":"https://h/x"},
          "rules":[{"operations":["CREATE"],"apiGroups":[""],"apiVersions":["v1"],"resources":["pods"]}]}]}
        """;

    private static readonly Kind Kind = AdmissionRegistrationKinds.All.Single(k => k.Name == "MutatingWebhookConfiguration");

    [Theory]
    [InlineData("name", "\"\"", "Required webhooks[0].name")]
    [InlineData("name", "\"a.b\"", "Invalid webhooks[0].name")]
    [InlineData("failurePolicy", "\"x\"", "NotSupported webhooks[0].failurePolicy")]
    [InlineData("matchPolicy", "\"x\"", "NotSupported webhooks[0].matchPolicy")]
    [InlineData("reinvocationPolicy", "\"x\"", "NotSupported webhooks[0].reinvocationPolicy")]
    [InlineData("sideEffects", null, "Required webhooks[0].sideEffects")]
    [InlineData("sideEffects", "\"Some\"", "NotSupported webhooks[0].sideEffects")]
    [InlineData("timeoutSeconds", "31", "Invalid webhooks[0].timeoutSeconds")]
    [InlineData("admissionReviewVersions", "[]", "Required webhooks[0].admissionReviewVersions")]
    [InlineData("admissionReviewVersions", """["v1","v1","V2"]""", "Invalid webhooks[0].admissionReviewVersions[1]; Invalid webhooks[0].admissionReviewVersions[2]")]
    [InlineData("admissionReviewVersions", """["v0"]""", "Invalid webhooks[0].admissionReviewVersions")]
    [InlineData("clientConfig", "{}", "Required webhooks[0].clientConfig")]
    [InlineData("clientConfig.url", "\"http://u@h/?q#f\"",
        "Invalid webhooks[0].clientConfig.url; Invalid webhooks[0].clientConfig.url; Invalid webhooks[0].clientConfig.url; Invalid webhooks[0].clientConfig.url")]
    [InlineData("clientConfig.url", "\"https:///x\"", "Invalid webhooks[0].clientConfig.url")]
    [InlineData("clientConfig.url", "\"https://h/%zz\"", "Required webhooks[0].clientConfig.url")]
    [InlineData("clientConfig", """{"service":{"name":"s","namespace":"n","path":"/a/b"}}""", "")]
    [InlineData("clientConfig", """{"service":{"name":"s","namespace":""}}""", "Required webhooks[0].clientConfig.service.name")]
    [InlineData("clientConfig", """{"service":{"name":"s","namespace":"n","port":0,"path":"x//y"}}""",
        "Invalid webhooks[0].clientConfig.service.path; Invalid webhooks[0].clientConfig.service.path; Invalid webhooks[0].clientConfig.service.path; Invalid webhooks[0].clientConfig.service.port")]
    [InlineData("rules.0.operations", """["*","CREATE"]""", "Invalid webhooks[0].rules[0].operations")]
    [InlineData("rules.0.operations", """["x"]""", "NotSupported webhooks[0].rules[0].operations[0]")]
    [InlineData("rules.0.apiGroups", """["*","a"]""", "Invalid webhooks[0].rules[0].apiGroups")]
    [InlineData("rules.0.apiVersions", """[""]""", "Required webhooks[0].rules[0].apiVersions[0]")]
    [InlineData("rules.0.resources", """["*/*","pods"]""", "Invalid webhooks[0].rules[0].resources")]
    [InlineData("rules.0.resources", """["*","pods"]""", "Invalid webhooks[0].rules[0].resources")]
    [InlineData("rules.0.resources", """["pods/*","pods/status"]""", "Invalid webhooks[0].rules[0].resources[1]")]
    [InlineData("rules.0.scope", "\"x\"", "NotSupported webhooks[0].rules[0].scope")]
    [InlineData("matchConditions", """[{"name":"a","expression":" "},{"name":"a","expression":"true"},{"name":"","expression":"true"}]""",
        "Duplicate webhooks[0].matchConditions[1].name; Required webhooks[0].matchConditions[0].expression; Required webhooks[0].matchConditions[2].name")]
    [InlineData("objectSelector", """{"matchLabels":{"a b":"c"}}""", "Invalid webhooks[0].objectSelector.matchLabels")]
    public void Validate_Edited_FindsExactly(string path, string? value, string expected)
    {
        Assert.Equal("", KindProbe.CreateErrors(Kind, Valid));
        Assert.Equal(expected, KindProbe.CreateErrors(Kind, KindProbe.Edit(Valid, "webhooks.0." + path, value)));
    }

    [Fact]
    public void ValidateUpdate_StoredBrokenRules_StayWritable()
    {
        var stored = KindProbe.Edit(KindProbe.Edit(Valid, "webhooks.0.sideEffects", "\"Some\""), "webhooks.0.admissionReviewVersions", """["v0"]""");

        Assert.Equal("", KindProbe.UpdateErrors(Kind, stored, stored));
        Assert.NotEqual("", KindProbe.UpdateErrors(Kind, Valid, stored));
    }

    [Fact]
    public void SameSpec_Webhooks_AreTheSpec()
    {
        var value = KindProbe.Create(Kind, Valid);

        Assert.True(Kind.SameSpec(value, value.With(value.Metadata with { Name = "b" })));
        Assert.False(Kind.SameSpec(value, KindProbe.Create(Kind, KindProbe.Edit(Valid, "webhooks.0.timeoutSeconds", "5"))));
    }

    [Fact]
    public void Default_Webhook_IsComplete()
    {
        var json = KindProbe.Created(Kind, KindProbe.Edit(Valid, "webhooks.0.clientConfig", """{"service":{"name":"s","namespace":"n"}}"""), "webhooks");

        Assert.All(
            ["\"failurePolicy\":\"Fail\"", "\"matchPolicy\":\"Equivalent\"", "\"timeoutSeconds\":10", "\"reinvocationPolicy\":\"Never\"", "\"scope\":\"*\"", "\"port\":443"],
            part => Assert.Contains(part, json, StringComparison.Ordinal));
    }
}
