using ActorKube.Api.AdmissionRegistration;
using ActorKube.Api.Kinds;
using ActorKube.Api.Tests.Kinds;

namespace ActorKube.Api.Tests.AdmissionRegistration;

public sealed class PolicyTests
{
    private const string Policy =
        """
        {"metadata":{"name":"a"},"spec":{"matchConstraints":{"resourceRules":[{"operations":["CREATE"],"apiGroups":[""],"apiVersions":["v1"],"resources":["pods"]}]},
          "validations":[{"expression":"true"}]}}
        """;

    private const string Binding = """{"metadata":{"name":"a"},"spec":{"policyName":"p","validationActions":["Deny"]}}""";

    [Theory]
    [InlineData("spec.failurePolicy", "\"x\"", "NotSupported spec.failurePolicy")]
    [InlineData("spec.paramKind", """{"apiVersion":"a/b/c","kind":""}""", "Invalid spec.paramKind.apiVersion; Required spec.paramKind.kind")]
    [InlineData("spec.paramKind", """{"apiVersion":"A/V","kind":"a b"}""", "Invalid spec.paramKind.apiVersion; Invalid spec.paramKind.apiVersion; Invalid spec.paramKind.kind")]
    [InlineData("spec.matchConstraints", null, "Required spec.matchConstraints")]
    [InlineData("spec.matchConstraints", "{}", "Required spec.matchConstraints.resourceRules")]
    [InlineData("spec.matchConstraints.resourceRules.0.resourceNames", """["a","a","b/c"]""",
        "Duplicate spec.matchConstraints.resourceRules[0].resourceNames[1]; Invalid spec.matchConstraints.resourceRules[0].resourceNames[2]")]
    [InlineData("spec.variables", """[{"name":"1a","expression":""},{"name":"for","expression":"1"}]""",
        "Invalid spec.variables[0].name; Invalid spec.variables[1].name; Required spec.variables[0].expression")]
    [InlineData("spec.validations", null, "Required spec.auditAnnotations; Required spec.validations")]
    [InlineData("spec.validations.0", """{"expression":" ","message":"a\nb","messageExpression":" ","reason":"x"}""",
        "Invalid spec.validations[0].message; Invalid spec.validations[0].messageExpression; NotSupported spec.validations[0].reason; Required spec.validations[0].expression")]
    [InlineData("spec.auditAnnotations", """[{"key":"k","valueExpression":"1"},{"key":"k","valueExpression":""},{"key":"a b","valueExpression":"1"}]""",
        "Duplicate spec.auditAnnotations[1].key; Invalid spec.auditAnnotations[2].key; Required spec.auditAnnotations[1].valueExpression")]
    public void ValidatePolicy_Edited_FindsExactly(string path, string? value, string expected) => Check("ValidatingAdmissionPolicy", Policy, path, value, expected);

    [Theory]
    [InlineData("spec.policyName", "\"\"", "Required spec.policyName")]
    [InlineData("spec.policyName", "\"A\"", "Invalid spec.policyName")]
    [InlineData("spec.validationActions", """["Deny","Warn"]""", "Invalid spec.validationActions")]
    [InlineData("spec.validationActions", """["x","x"]""", "Duplicate spec.validationActions[1]; NotSupported spec.validationActions[0]; NotSupported spec.validationActions[1]")]
    [InlineData("spec.validationActions", "[]", "Required spec.validationActions")]
    [InlineData("spec.paramRef", "{}", "Required spec.paramRef; Required spec.paramRef.parameterNotFoundAction")]
    [InlineData("spec.paramRef", """{"name":"n","selector":{},"parameterNotFoundAction":"x"}""",
        "Forbidden spec.paramRef.name; Forbidden spec.paramRef.selector; NotSupported spec.paramRef.parameterNotFoundAction")]
    public void ValidateBinding_Edited_FindsExactly(string path, string value, string expected) => Check("ValidatingAdmissionPolicyBinding", Binding, path, value, expected);

    [Theory]
    [InlineData("null", "<unset>")]
    [InlineData("""{"name":"n"}""", "*/n")]
    [InlineData("""{"name":"n","namespace":"m"}""", "m/n")]
    [InlineData("""{"selector":{"matchLabels":{"a":"b"}}}""", "&LabelSelector{MatchLabels:map[string]string{a: b,},MatchExpressions:[]LabelSelectorRequirement{},}")]
    public void Cells_Parameters_AreNamed(string reference, string expected) =>
        Assert.Equal(["a", "p", expected, "<unknown>"], KindProbe.Cells(Kind("ValidatingAdmissionPolicyBinding"), KindProbe.Edit(Binding, "spec.paramRef", reference)));

    private static void Check(string kind, string valid, string path, string? value, string expected)
    {
        Assert.Equal("", KindProbe.CreateErrors(Kind(kind), valid));
        Assert.Equal(expected, KindProbe.CreateErrors(Kind(kind), KindProbe.Edit(valid, path, value)));
    }

    private static Kind Kind(string name) => AdmissionRegistrationKinds.All.Single(k => k.Name == name);
}
