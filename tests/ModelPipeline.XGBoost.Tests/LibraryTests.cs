using ModelPipeline.XGBoost.Native;

namespace ModelPipeline.XGBoost.Tests;

public sealed class LibraryTests
{
    [Fact]
    public void An_engine_without_its_library_still_says_what_it_offers()
    {
        var engine = new XGBoostEngine("/nowhere/libxgboost.so");

        engine.Name.ShouldBe("xgboost");
        engine.Versions.Keys.ShouldBe(["ModelPipeline.XGBoost"]);
        engine.Trainers.ShouldHaveSingleItem().Name.ShouldBe("gradient-boosting");
        engine.NativeLibraries.ShouldBe(["/nowhere/libxgboost.so"]);
        engine.MayAbort.ShouldBeTrue();
    }

    [Fact]
    public void Training_without_the_library_says_what_to_install()
    {
        var fault = Should.Throw<InputException>(() => new XGBoostEngine("/nowhere/libxgboost.so").Train(Samples.TenBinary.Request, TestContext.Current.CancellationToken));

        fault.Message.ShouldBe("Engine 'xgboost' cannot load '/nowhere/libxgboost.so': there is no such file. Install the Debian package libxgboost0 (apt-get install libxgboost0), or name the file with XGBOOST_LIBRARY.");
    }

    [Fact]
    public void A_file_that_is_no_library_is_refused()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File, "no library");

        Should.Throw<InputException>(() => XGBoostLibrary.Load(folder.File)).Message.ShouldContain("it is no library of this system");
    }

    [Fact]
    public void Another_library_is_refused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "libc.so.6 is Linux's");

        Should.Throw<InputException>(() => XGBoostLibrary.Load("libc.so.6")).Message.ShouldStartWith("'libc.so.6' is not XGBoost 1.7 to 3.x: it has no function XGBoostVersion.");
    }

    [Theory]
    [InlineData(1, 7, true)]
    [InlineData(2, 1, true)]
    [InlineData(3, 99, true)]
    [InlineData(1, 6, false)]
    [InlineData(0, 90, false)]
    [InlineData(4, 0, false)]
    public void Versions_from_1_7_to_3_x_are_supported(int major, int minor, bool supported) =>
        new LibraryVersion(major, minor, 0).IsSupported.ShouldBe(supported);

    [Fact]
    public void An_unsupported_version_is_refused_with_both_versions() =>
        Should.Throw<InputException>(() => XGBoostLibrary.Supported(new(1, 6, 2), null)).Message
            .ShouldStartWith("The installed libxgboost is XGBoost 1.6.2; engine 'xgboost' works with 1.7 to 3.x.");

    [Theory]
    [InlineData("[10:02:33] ../src/learner.cc:749: Check failed: a != 0 (0 vs. 0) : no feature.\nStack trace:\n  [bt] (0) lib.so", "Check failed: a != 0 (0 vs. 0) : no feature")]
    [InlineData("[10:02:33] ../src/json.cc:9: Expecting: \"\\\"\", got: \"}\"\n    here\n", "Expecting: \"\\\"\", got: \"}\" here")]
    [InlineData("plain", "plain")]
    public void What_the_library_says_becomes_one_sentence(string message, string sentence) => NativeCall.Sentence(message).ShouldBe(sentence);
}
