using Nectar.Web.Sandbox;

namespace Nectar.Tests.Web.Sandbox;

public sealed class AdmissionTests
{
    private static readonly SandboxSettings two = new() { MostRuns = 2 };

    [Fact]
    public void A_visitor_without_a_run_gets_a_free_place() =>
        Assert.IsType<Admission.Granted>(Admission.Decide(two, [("a", "1.1.1.1")], "2.2.2.2"));

    [Fact]
    public void Who_has_a_run_gets_no_second_and_is_told_which() =>
        Assert.Equal(new Admission.HasOne("a"), Admission.Decide(two, [("a", "1.1.1.1")], "1.1.1.1"));

    [Fact]
    public void Nobody_gets_a_place_where_none_is_free() =>
        Assert.Equal(new Admission.Full(), Admission.Decide(two, [("a", "1.1.1.1"), ("b", "2.2.2.2")], "3.3.3.3"));

    [Fact]
    public void Who_has_a_run_is_told_so_rather_than_that_all_places_are_taken() =>
        Assert.Equal(new Admission.HasOne("b"), Admission.Decide(two, [("a", "1.1.1.1"), ("b", "2.2.2.2")], "2.2.2.2"));

    [Fact]
    public void Where_the_sandbox_is_off_nobody_gets_one() =>
        Assert.IsType<Admission.Off>(Admission.Decide(two with { MostRuns = 0 }, [], "1.1.1.1"));
}
